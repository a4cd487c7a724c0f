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

it('looks only at an address’s own messages for the alarm, where plans were made while nobody had any', async () => {
  const account = await testAccount(database);
  const includeIds = await addAppointments(database, account, people(PEOPLE));
  // As on the morning after a quiet day: an empty table, and known to be so.
  await administer(database, 'vacuum analyze contacted');
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
});
