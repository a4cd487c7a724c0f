import { expect, test } from 'vitest';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';

const database = await testDatabase();
const account = await testAccount(database);

test.each([
  ['Ana Ruiz', 'ana ruiz'],
  ['ANA  RUÍZ', 'ana ruiz'],
  ['Ruiz, Ana', 'ana ruiz'],
  ['Björn Åkesson', 'akesson bjorn'],
  ['Łukasz Straße', 'lukasz strasse'],
  ["Siobhán O’Brien-O'Hara", 'obrien ohara siobhan'],
  ['Дмитрий ЁЛКИН', 'дмитрии елкин'],
  ['Ana Ana', 'ana'],
  ['李小龍', '李小龍'],
  ['Özgür İLHAN', 'ilhan ozgur'],
  [' - ', ''],
])('the words of %s are %s', async (name, key) => {
  const { rows } = await database.app.query(`select name_key('', '', $1) as key`, [name]);
  expect(rows).toEqual([{ key }]);
});

test('first and last name go before the name, which may have a title', async () => {
  const { rows } = await database.app.query(
    `select name_key('Ana', 'Ruiz', 'Dr. Ana Ruiz') as key`,
  );
  expect(rows).toEqual([{ key: 'ana ruiz' }]);
});

test('an address has one mark, which differs between accounts and is unknown before the first erasure', async () => {
  const other = await testAccount(database);
  const mark = async (id: string, address: string) => {
    const { rows } = await database.app.query<{ mark: string | null }>(
      'select address_mark($1, $2) as mark',
      [id, address],
    );
    return rows[0]?.mark ?? null;
  };
  expect(await mark(account.id, 'ana@example.com')).toBeNull();
  for (const { id } of [account, account, other]) {
    await database.app.query('select make_erasure_key($1)', [id]);
  }
  const one = await mark(account.id, 'Ana@example.com');
  expect(one).toMatch(/^erased:[0-9a-f]{64}$/);
  expect(await mark(account.id, 'ana@example.com')).toBe(one);
  expect(await mark(account.id, 'bea@example.com')).not.toBe(one);
  expect(await mark(other.id, 'ana@example.com')).not.toBe(one);
  await expect(database.app.query('select * from erasure_key')).rejects.toThrow('permission');
  await expect(database.engine.query('select * from erasure_key')).rejects.toThrow('permission');
});
