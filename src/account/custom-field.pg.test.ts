import { expect, test } from 'vitest';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { asAccount } from '../platform/database.ts';
import { fieldKey } from '../platform/field-key.ts';
import { noteEventFields, readCustomFields } from './custom-field.ts';

const database = await testDatabase();

test('the database makes the same keys of contacts’ labels as we make of calendars’', async () => {
  const labels = [
    'Card no.',
    'Größe',
    '  2nd -- Name ',
    'ÉTAGE',
    'a'.repeat(90),
    '123',
    '!!',
    'x_',
    '病室',
  ];
  const { rows } = await database.engine.query<{ label: string; key: string | null }>(
    'select label, field_key(label) as key from unnest($1::text[]) label',
    [labels],
  );
  for (const { label, key } of rows) {
    // Letters that Unicode does not take apart are written out in calendars only.
    if (label !== 'Größe') expect([label, key]).toEqual([label, fieldKey(label)]);
  }
});

test('labels of contacts are known whoever writes them, and no more of them than 500', async () => {
  const account = await testAccount(database);
  const write = (fields: object) =>
    asAccount(database, account.id, (client) =>
      client.query('insert into contact (account_id, name, fields) values ($1, $2, $3)', [
        account.id,
        'Ana',
        JSON.stringify(fields),
      ]),
    );
  await write({ 'Card no.': '4711', '!!': 'x' });
  await write({ 'CARD NO': '4712', Room: '2' });
  await write({});
  const known = () => asAccount(database, account.id, (c) => readCustomFields(c, account.id));
  expect(await known()).toEqual([
    { scope: 'participant', key: 'card_no', label: 'Card no.' },
    { scope: 'participant', key: 'room', label: 'Room' },
  ]);
  await asAccount(database, account.id, (client) =>
    client.query(`update contact set fields = '{"Floor": "3"}' where account_id = $1`, [
      account.id,
    ]),
  );
  expect((await known()).map(({ key }) => key)).toEqual(['card_no', 'floor', 'room']);
  const many = Array.from({ length: 2_000 }, (_, i) => [`Field x${i}`, '1']);
  await write(Object.fromEntries(many));
  expect((await known()).length).toBeLessThanOrEqual(500);
});

test('labels of calendars are noted once for each key, and no more of them than 500', async () => {
  const account = await testAccount(database);
  const note = (labels: [string, string][]) =>
    asAccount(database, account.id, (c) => noteEventFields(c, account.id, new Map(labels)));
  await note([['room', 'Room']]);
  await note([
    ['room', 'ROOM'],
    ['floor', 'Floor'],
  ]);
  const known = () => asAccount(database, account.id, (c) => readCustomFields(c, account.id));
  expect(await known()).toEqual([
    { scope: 'event', key: 'floor', label: 'Floor' },
    { scope: 'event', key: 'room', label: 'Room' },
  ]);
  await note(Array.from({ length: 900 }, (_, i) => [`k${i}`, `K${i}`]));
  expect(await known()).toHaveLength(500);
});
