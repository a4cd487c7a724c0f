import { afterEach, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/test-database.ts';
import { Ways } from '../../test/support/ways.ts';

const database = await testDatabase();
const ways = new Ways(database);

afterEach(() => ways.stop());

const ana = { name: 'Ana Ruiz', phone: '+447400123456' };
const tom = { name: 'Tom Wu', phone: '+447400123457' };

it('lets nothing out to whoever was erased while the recipients were written', async () => {
  const way = ways.exchange();
  const made = await ways.send([ana, tom], [], { content: { sms: { text: 'We are closed.' } } });
  await database.engine.query('select make_erasure_key($1)', [made.accountId]);
  await database.engine.query(
    `insert into erased_suppression (account_id, channel, mark, reason, created_at)
     select $1, 'sms', address_mark($1, a), 'stop', now() from unnest($2::text[]) a`,
    [made.accountId, [ana.phone, tom.phone]],
  );
  // Tom wants messages again.
  await database.engine.query(
    `insert into consent (account_id, channel, address, state, source, recorded_at, recorded_by)
     values ($1, 'sms', $2, 'granted', 'reply', now(), '')`,
    [made.accountId, tom.phone],
  );
  ways.start(way);
  expect(await ways.done(made)).toMatchObject({ with_carrier: 1, left_out: 1 });
  expect(way.calls()).toEqual([`sms ${tom.phone}`]);
});
