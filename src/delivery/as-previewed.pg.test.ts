import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { create, type Made, make, world } from '../../test/support/tangle.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import type { Plan } from '../contract/plan.ts';
import { systemClock } from '../platform/clock.ts';
import { asEngineFor } from '../platform/database.ts';
import { planBroadcast } from '../schedule/plan.ts';
import { previewBroadcast } from '../schedule/preview.ts';
import { takeBroadcast } from '../schedule/take-broadcast.ts';

const database = await testDatabase();

/** Every message that the preview shows, leafed through to its end. */
async function previewed({ account, composed }: Made): Promise<string[]> {
  const found: string[] = [];
  for (let index = 0; ; index += 1) {
    const preview = await asEngineFor(database, account.id, (client) =>
      previewBroadcast(client, account, { name: 'Sam', email: '' }, composed, index),
    );
    if (!preview) return found.sort();
    for (const { channel, address, text } of preview.messages) {
      found.push(`${channel} ${address} ${text}`);
    }
  }
}

async function plannedOf({ account, composed }: Made): Promise<Plan['deliveries']> {
  const policy = await readSendingPolicy(database.engine, account.id);
  const timing = { timing: {}, policy, now: systemClock.now() };
  const plan = await asEngineFor(database, account.id, (client) =>
    planBroadcast(client, account, { name: 'Sam', email: '' }, composed, timing),
  );
  return plan.deliveries;
}

it('brings to the phones and mailboxes what the preview showed, each once', async () => {
  const worlds = fc.sample(world, { numRuns: 40, seed: 41 });
  const sent: { made: Made; id: string; shown: string[]; planned: Plan['deliveries'] }[] = [];
  for (const one of worlds) {
    const made = await make(database, one);
    const shown = await previewed(made);
    const planned = await plannedOf(made);
    const id = await create(database, made, 'the message', one.chunk);
    if (id === null) continue;
    await takeBroadcast(database, systemClock, made.account.id, id);
    sent.push({ made, id, shown, planned });
  }
  const engine = startEngine(database, systemClock);
  for (const { made, id, shown, planned } of sent) {
    const accountId = made.account.id;
    await until(database, accountId, id, (b) => b.state === 'sent' && b.counts.with_carrier === 0);
    const { rows } = await database.engine.query<{ message: string }>(
      `select concat(channel, ' ', address, ' ', content ->> 'text') as message
         from sandbox_message where account_id = $1`,
      [accountId],
    );
    expect(rows.map(({ message }) => message).sort()).toEqual(shown);
    const went = (channel: string) => rows.filter((row) => row.message.startsWith(channel)).length;
    expect({ sms: went('sms'), email: went('email'), voice: went('voice') }).toEqual(planned);
    expect(await kept(database, accountId, id)).toEqual(await recount(database, accountId, id));
  }
  await engine.stop();
});
