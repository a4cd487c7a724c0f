import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { manyPeople } from '../../test/support/many-people.ts';
import { take } from '../../test/support/take.ts';
import { create } from '../../test/support/tangle.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import type { BroadcastRequest } from '../contract/broadcast.ts';
import { systemClock } from '../platform/clock.ts';
import { openPool } from '../platform/database.ts';
import { compose } from './selection.ts';
import { takeBroadcast } from './take-broadcast.ts';

const database = await testDatabase();

const request: BroadcastRequest = {
  audience: {
    appointments: { filter: { from: '2027-03-08', to: '2027-03-08' }, excludeIds: [] },
    people: [{ name: 'Zoe Typed', phone: '+12125550150' }],
  },
  content: { sms: { text: 'We are closed.' } },
  undoSeconds: 0,
};
const PEOPLE = ['Ana', 'Ben', 'Cem', 'Dia', 'Eve'];

/** Five appointments of one day, an hour apart, of which the first two are written already. */
async function twoOfFive() {
  const account = await testAccount(database);
  const ids = await addAppointments(
    database,
    account,
    PEOPLE.map((name, index) => [{ name, phone: `+1212555010${index}` }]),
  );
  const policy = await readSendingPolicy(database.engine, account.id);
  const composed = compose(account, request, policy, systemClock.now());
  if ('problems' in composed) throw new Error('the text compiles');
  const id = await create(database, { account, request, composed }, 'all of the day', 1);
  if (id === null) throw new Error('it reaches somebody');
  let asked = 0;
  const mayGoOn = () => asked++ < 2;
  await takeBroadcast(database, systemClock, account.id, id, { mayGoOn });
  expect(await told(account.id, id)).toEqual(PEOPLE.slice(0, 2));
  return { accountId: account.id, id, ids };
}

/** Who gets a message, as often as they get it. */
async function told(accountId: string, id: string): Promise<string[]> {
  const { rows } = await database.engine.query<{ name: string }>(
    `select r.name from delivery d join recipient r on r.account_id = $1 and r.id = d.recipient_id
      where d.account_id = $1 and d.broadcast_id = $2 order by 1`,
    [accountId, id],
  );
  return rows.map(({ name }) => name);
}

/** What an import does to an appointment whose time has changed. */
async function move(accountId: string, appointmentId: string | undefined, hours: number) {
  const { rowCount } = await database.engine.query(
    `update appointment set starts_at = starts_at + $3 * interval '1 hour', ends_at = ends_at + $3 * interval '1 hour'
      where account_id = $1 and id = $2`,
    [accountId, appointmentId, hours],
  );
  expect(rowCount).toBe(1);
}

for (const [what, which, hours] of [
  ['before the place that was reached', 3, -10],
  ['behind the place that was reached', 0, 10],
  ['out of the days that were asked for', 4, 240],
  ['a little', 2, 1],
] as const) {
  it(`tells everyone once though an appointment is moved ${what}, between two chunks`, async () => {
    const { accountId, id, ids } = await twoOfFive();
    await move(accountId, ids[which], hours);
    await takeBroadcast(database, systemClock, accountId, id);
    expect(await told(accountId, id)).toEqual([...PEOPLE, 'Zoe Typed']);
    const { rows } = await database.engine.query('select from taking_chunk where account_id = $1', [
      accountId,
    ]);
    expect(rows).toEqual([]);
  });
}

it('does not tell who came into the days between two chunks, for nobody had ticked them', async () => {
  const { accountId, id, ids } = await twoOfFive();
  await database.engine.query(
    `with late as (
       insert into appointment (account_id, calendar_id, uid, title, starts_at, ends_at, time_zone, content_hash)
       select account_id, calendar_id, 'late', title, starts_at, ends_at, time_zone, ''
         from appointment where account_id = $1 and id = $2 returning id)
     insert into participant (account_id, appointment_id, position, name, phone, person_key)
     select $1, id, 0, 'Late', '+12125550160', 'late' from late`,
    [accountId, ids[4]],
  );
  await takeBroadcast(database, systemClock, accountId, id);
  expect(await told(accountId, id)).toEqual([...PEOPLE, 'Zoe Typed']);
});

it('leaves out, with the reason, whose appointment is cancelled before their chunk', async () => {
  const { accountId, id, ids } = await twoOfFive();
  await database.engine.query(
    `update appointment set status = 'cancelled' where account_id = $1 and id = $2`,
    [accountId, ids[3]],
  );
  await takeBroadcast(database, systemClock, accountId, id);
  expect(await told(accountId, id)).toEqual(['Ana', 'Ben', 'Cem', 'Eve', 'Zoe Typed']);
  const { rows } = await database.engine.query(
    'select reason from exclusion where account_id = $1 and broadcast_id = $2',
    [accountId, id],
  );
  expect(rows).toEqual([{ reason: 'appointment_cancelled' }]);
});

it('takes all of a broadcast for which an older release froze nothing', async () => {
  const { accountId, id } = await twoOfFive();
  await database.engine.query('delete from taking_chunk where account_id = $1', [accountId]);
  await takeBroadcast(database, systemClock, accountId, id);
  expect(await told(accountId, id)).toEqual([...PEOPLE, 'Zoe Typed']);
});

it('does not read all that is written again with each chunk, though statistics know another broadcast alone', async () => {
  const account = await testAccount(database);
  await addAppointments(
    database,
    account,
    manyPeople(400).map((person) => [person]),
  );
  const everybody = {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'We are closed.' } },
    undoSeconds: 0,
  };
  const policy = await readSendingPolicy(database.engine, account.id);
  const composed = compose(account, everybody, policy, systemClock.now());
  if ('problems' in composed) throw new Error('the text compiles');
  await take(database, systemClock, account, everybody);
  const owner = openPool(database.address, 'headsup_owner', 1);
  await owner.query('analyze recipient, delivery');
  await owner.end();
  const before = await recipientsRead();
  const made = { account, request: everybody, composed };
  const id = await create(database, made, 'in many chunks', 40);
  await takeBroadcast(database, systemClock, account.id, id ?? '');
  expect((await recipientsRead()) - before).toBeLessThan(100);
});

/** Rows of recipient that were read by its unique index since the database was made. */
async function recipientsRead(): Promise<number> {
  await database.engine.query('select pg_stat_force_next_flush()');
  const { rows } = await database.engine.query<{ read: number }>(
    `select idx_tup_read as read from pg_stat_user_indexes
      where indexrelname = 'recipient_account_id_broadcast_id_person_key_copy_key'`,
  );
  return rows[0]?.read ?? Number.NaN;
}
