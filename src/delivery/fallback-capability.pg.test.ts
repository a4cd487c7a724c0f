import { afterEach, describe, expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { taken } from '../../test/support/carrier.ts';
import { LANDLINE } from '../../test/support/tangle.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { Ways } from '../../test/support/ways.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import type { FallbackStep } from '../contract/fallback.ts';
import { asEngineFor } from '../platform/database.ts';
import { planFallbacks } from '../schedule/plan-fallbacks.ts';
import { compose } from '../schedule/selection.ts';

const database = await testDatabase();
const ways = new Ways(database);

afterEach(() => ways.stop());

const callThenText: FallbackStep = { from: 'voice', to: 'sms', silenceMinutes: null };
const mobile = { name: 'Mia Li', phone: '+447400123456' };
const landline = { name: 'Tom Wu', phone: LANDLINE };
const unknown = { name: 'Ana Ruiz', phone: '+12125550101' };

/** A carrier that gets no call through. */
const noCalls = () =>
  ways.exchange(({ channel }) =>
    channel === 'voice'
      ? { outcome: 'rejected', reason: 'carrier_blocked', code: null, answer: 'no' }
      : taken,
  );

async function learn(number: string, takesTexts: boolean): Promise<void> {
  await database.engine.query(
    `insert into number_line (account_id, number, takes_texts, source, learned_at, expires_at)
     select id, $1, $2, 'failure', now(), 'infinity' from account
         on conflict (account_id, number) do update set takes_texts = excluded.takes_texts`,
    [number, takesTexts],
  );
}

describe('a text as a fallback', () => {
  it('does not go to a number that takes none, and says so', async () => {
    const way = noCalls();
    const made = await ways.send([landline, mobile, unknown], [callThenText]);
    // What became of another text says so only after its person was written.
    await learn(unknown.phone, false);
    ways.start(way);
    await ways.done(made);
    expect(way.calls().filter((call) => call.startsWith('sms'))).toEqual([`sms ${mobile.phone}`]);
    const { rows } = await database.engine.query(
      `select r.name, e.reason, e.detail from exclusion e
         join recipient r on r.account_id = $1 and r.id = e.recipient_id
        where e.account_id = $1 and e.broadcast_id = $2 and e.channel = 'sms' order by 1`,
      [made.accountId, made.id],
    );
    expect(rows).toEqual([
      { name: 'Ana Ruiz', reason: 'not_sms_capable', detail: '' },
      { name: 'Tom Wu', reason: 'not_sms_capable', detail: '' },
    ]);
  });

  it('is not promised in the plan to a number that takes none', async () => {
    const account = await testAccount(database);
    const old = await readSendingPolicy(database.engine, account.id);
    const policy = { ...old, allowedCountries: ['US', 'GB'] };
    await addAppointments(database, account, [[landline], [mobile], [unknown]]);
    const request = {
      audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
      content: { sms: { text: 'We are closed.' }, voice: { text: 'We are closed.' } },
      fallback: [callThenText],
    };
    const composed = compose(account, request, policy, ways.clock.now());
    if ('problems' in composed) throw new Error('it compiles');
    const planned = await asEngineFor(database, account.id, (client) =>
      planFallbacks(client, composed),
    );
    expect(planned).toEqual([{ from: 'voice', to: 'sms', upTo: 2, atOnce: 0 }]);
  });

  it('goes where a text arrived after all', async () => {
    const way = noCalls();
    const made = await ways.send([landline], [callThenText]);
    await learn(landline.phone, true);
    ways.start(way);
    await ways.done(made);
    expect(way.calls()).toContain(`sms ${LANDLINE}`);
  });
});
