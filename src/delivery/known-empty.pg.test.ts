import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { administer } from '../../test/support/break-connections.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { rowsRead } from '../../test/support/rows-read.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { systemClock } from '../platform/clock.ts';

const PEOPLE = 400;

const database = await testDatabase();

it('looks rows up by their keys, also by plans that were made while their tables were known to be empty', async () => {
  const account = await testAccount(database);
  const includeIds = await addAppointments(database, account, people(PEOPLE));
  // As after all messages were taken away, or for contacted on the morning after a quiet day.
  await administer(database, 'vacuum analyze contacted, attempt');
  await take(database, systemClock, account, {
    audience: { appointments: { includeIds }, people: [] },
    content: { sms: { text: 'We are closed.' } },
  });
  const { double, calls } = carrier(() => taken);
  const engine = startEngine(database, systemClock, double);
  await waitFor(
    async () => calls.length,
    (n) => n === PEOPLE,
  );
  await engine.stop();
  expect(await rowsRead(database.ledger, 'contacted')).toBeLessThan(PEOPLE);
  expect(await rowsRead(database.ledger, 'attempt')).toBeLessThan(6 * PEOPLE);
});
