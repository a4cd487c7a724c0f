import { expect, test } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { systemClock } from '../platform/clock.ts';
import { asAccount } from '../platform/database.ts';
import { readAgenda } from './agenda.ts';

const database = await testDatabase();
const LANDLINE = '+442079460018';
const MOBILE = '+447400123456';
const UNKNOWN = '+12125550101';

test('whether a text can go to somebody stands on the agenda as the plan sees it', async () => {
  const account = await testAccount(database);
  await addAppointments(database, account, [
    [
      { name: 'Mobile', phone: MOBILE },
      { name: 'Landline', phone: LANDLINE },
      { name: 'Unknown', phone: UNKNOWN },
      { name: 'Nobody' },
      { name: 'Learned', phone: '+12125550102' },
      { name: 'Forgotten', phone: '+12125550103' },
    ],
  ]);
  const { now } = systemClock;
  await database.engine.query(
    `insert into number_line (account_id, number, takes_texts, source, learned_at, expires_at)
     select $1, n, false, 'failure', $2::timestamptz, $2::timestamptz + age::interval
       from (values ('+12125550102', '1 day'), ('+12125550103', '-1 day')) v (n, age)`,
    [account.id, now()],
  );
  const read = async () => {
    const { items } = await asAccount(database, account.id, (client) =>
      readAgenda(client, account, { limit: 10 }, now()),
    );
    return Object.fromEntries(
      (items[0]?.participants ?? []).map(({ name, takesTexts }) => [name, takesTexts]),
    );
  };
  expect(await read()).toEqual({
    Mobile: true,
    Landline: false,
    Unknown: null,
    Nobody: null,
    Learned: false,
    Forgotten: null,
  });

  // The contact of somebody with a landline lends a mobile, as it does to the plan.
  await database.engine.query(
    `with known as (
       insert into contact (account_id, name, created_at, changed_at) values ($1, 'Landline', $2, $2) returning id),
     reached as (
       insert into contact_address (account_id, contact_id, kind, address, phone_country, phone_line)
       select $1, id, 'phone', $3, 'GB', 'mobile' from known)
     update participant set contact_id = known.id, match_state = 'matched'
       from known where account_id = $1 and name = 'Landline'`,
    [account.id, now(), MOBILE],
  );
  expect(await read()).toMatchObject({ Landline: null, Learned: false });
});
