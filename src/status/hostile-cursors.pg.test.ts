import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { people } from '../../test/support/carrier.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { systemClock } from '../platform/clock.ts';
import { listBroadcasts } from './read-broadcasts.ts';
import { listDeliveries } from './read-deliveries.ts';

const database = await testDatabase();

it.each(['["\\u0000", "x"]', '[1, 2]', '{', '"', 'null', "'; drop table delivery; --"])(
  'begins at the beginning, or where it may, with the cursor %s',
  async (cursor) => {
    const account = await testAccount(database);
    await addAppointments(database, account, people(2));
    const id = await take(database, systemClock, account, {
      audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
      content: { sms: { text: 'Hello' } },
    });
    const page = { cursor, limit: 10, text: undefined };
    const { engine } = database;
    expect((await listDeliveries(engine, account.id, id, page)).items).toHaveLength(2);
    expect((await listBroadcasts(engine, account.id, page)).items).toHaveLength(1);
    const nothing = await listDeliveries(engine, account.id, id, { limit: 10, text: 'x\0y' });
    expect(nothing.items).toEqual([]);
  },
);
