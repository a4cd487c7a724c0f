import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/platform/database.ts';
import { addAppointments } from '../support/appointments.ts';
import { take } from '../support/take.ts';
import { testAccount } from '../support/test-account.ts';
import { newOwner } from './owner.ts';
import type { Scenario } from './scenario.ts';
import { VirtualTime } from './virtual-time.ts';

/** Milliseconds until a broadcast goes out that does not go out at once. */
const LATER = 600_000;

/** The accounts that are copied, on each database, by what makes them differ. */
const models = new WeakMap<Database, Map<string, string>>();

/**
 * An account of its own for a seed, with its appointments and its broadcasts taken; returns its id.
 * Each kind of account is made once by the product, and then copied.
 */
export async function makeWorld(database: Database, scenario: Scenario): Promise<string> {
  const known = models.get(database) ?? new Map<string, string>();
  models.set(database, known);
  const kind = JSON.stringify([scenario.people, scenario.broadcasts]);
  const model = known.get(kind) ?? (await makeModel(database, scenario));
  known.set(kind, model);
  const id = randomUUID();
  await database.engine.query('select copy_account($1, $2)', [model, id]);
  await setAwake(database, id, true);
  return id;
}

async function makeModel(database: Database, { people, broadcasts }: Scenario): Promise<string> {
  const account = await testAccount(database);
  const lists = people.map(({ name, address }) => [{ name, phone: address }]);
  await addAppointments(database, account, lists);
  const time = new VirtualTime();
  const clock = time.clockOf(newOwner('model'));
  for (const [n, { isLater }] of broadcasts.entries()) {
    const sendAt = isLater ? new Date(time.now + LATER) : null;
    const content = { sms: { text: `B${n + 1} {{ participant.first_name }}` } };
    const audience = { appointments: { filter: {}, excludeIds: [] }, people: [] };
    await take(database, clock, account, { audience, content }, sendAt);
  }
  await setAwake(database, account.id, false);
  return account.id;
}

/** A model's lanes sleep, so that nobody finds them due. */
async function setAwake(database: Database, accountId: string, isAwake: boolean): Promise<void> {
  await database.engine.query(
    `update lane l set wake_at = case when $2 then b.send_at end
       from broadcast b
      where l.account_id = $1 and b.account_id = $1 and b.id = l.broadcast_id`,
    [accountId, isAwake],
  );
}
