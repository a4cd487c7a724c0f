import { expect, test } from 'vitest';
import { settledImport, uploadContacts } from '../../../test/support/contact-import.ts';
import { testServer } from '../../../test/support/test-server.ts';
import { type Contact, contact } from '../../contract/contact.ts';
import { contactImport } from '../../contract/contact-import.ts';
import { optOutProposalPage } from '../../contract/opt-out-proposal.ts';

const server = await testServer();
const { accountId } = await server.signUp();
const { call, database } = server;

const add = async (name: string, phone: string): Promise<Contact> => {
  const input = { name, addresses: [{ kind: 'phone', address: phone }] };
  return contact.parse((await call('POST', '/api/contacts', input)).json);
};
const erase = async ({ id }: Contact) => {
  const { status } = await call('POST', `/api/contacts/${id}/erasure`, {});
  expect(status).toBe(200);
};
const uploaded = async (text: string, query?: string) => {
  const { json } = await uploadContacts(call, text, 'people.csv', query);
  return settledImport(call, contactImport.parse(json).id);
};
const answer = async (address: string, text: string) => {
  const { status } = await call('POST', '/api/sandbox/replies', { channel: 'sms', address, text });
  expect(status).toBe(200);
};
const proposals = async () =>
  optOutProposalPage
    .parse((await call('GET', '/api/opt-out-proposals')).json)
    .items.map(({ address, text }) => [address, text]);

/** Tables of imports in which a text stands. */
const importsWith = async (text: string) => {
  const { rows } = await database.engine.query<{ place: string }>(
    `select 'row' as place from contact_import_row r where r::text ilike $1
     union select 'draft' from contact_import_draft d where d::text ilike $1
     union select 'error' from contact_import_error e where e::text ilike $1
     union select 'import' from contact_import i where i::text ilike $1`,
    [`%${text}%`],
  );
  return rows.map(({ place }) => place);
};

test('an erased person does not come back with a file that waits to be committed', async () => {
  const hana = await add('Hana Vale', '+447400123451');
  const ready = await uploaded(
    'Name,Mobile,Notes\nHana Vale,+44 (7400) 123451,likes Hana\nHana Vale,+44 7400 123451,\nIvo Reed,+447400123452,\n',
  );
  expect(ready.counts).toMatchObject({ created: 1, updated: 1, joined: 1, refused: 0 });
  expect(await importsWith('hana vale')).not.toEqual([]);
  await erase(hana);
  expect(await importsWith('hana')).toEqual([]);
  expect(await importsWith('123451')).toEqual([]);

  const anew = await settledImport(call, ready.id);
  expect(anew).toMatchObject({
    state: 'ready',
    counts: { created: 1, updated: 0, refused: 2 },
    errors: [{ line: 2, message: 'Whoever this row was about has been erased meanwhile.' }, {}],
  });
  await call('POST', `/api/contact-imports/${ready.id}/commit`, {});
  expect((await settledImport(call, ready.id)).counts).toMatchObject({ created: 1, refused: 2 });
  const { json } = await call('GET', '/api/contacts?text=vale');
  expect(json).toMatchObject({ items: [] });
});

test('rows that were refused, and told, lose an erased person; those of others stay', async () => {
  const jan = await add('Jan Holt', '+447400123453');
  const done = await uploaded(
    'First,Last,Mobile,Email\nJan,Holt,+447400123453,jan.holt@\nKim,Dorn,+447400123454,kim@\nLea,Dorn,+447400123455,\n',
  );
  await call('POST', `/api/contact-imports/${done.id}/commit`, {});
  expect((await settledImport(call, done.id)).counts).toMatchObject({ created: 1, refused: 2 });
  await erase(jan);
  expect(await importsWith('holt')).toEqual([]);
  expect(await settledImport(call, done.id)).toMatchObject({
    state: 'done',
    counts: { created: 1, refused: 2 },
    errors: [
      { line: 2, value: '' },
      { line: 3, value: 'kim@' },
    ],
  });
});

test('a family’s number keeps the rows of the others', async () => {
  const mia = await add('Mia Stone', '+447400123456');
  await add('Noa Stone', '+447400123456');
  await uploaded('Name,Mobile\nMia Stone,+447400123456\nNoa Stone,+447400123456\n');
  await erase(mia);
  expect(await importsWith('mia stone')).toEqual([]);
  expect(await importsWith('noa stone')).toContain('row');
});

test('answers go with the proposals made of them, and those of others name nobody who is erased', async () => {
  const olga = await add('Olga Finch', '+447400123457');
  await add('Pia Wood', '+447400123458');
  await answer('+447400123457', 'please stop texting me, Olga Finch');
  await answer('+447400123458', 'do not text me, Olga Finch is at 07400 123457');
  expect((await proposals()).length).toBe(2);
  await database.engine.query(
    `insert into number_line (account_id, number, line, source, learned_at, expires_at)
     select $1, n, 'mobile', 'lookup', now(), now() + interval '1 day' from unnest($2::text[]) n`,
    [accountId, ['+447400123457', '+447400123458']],
  );
  await erase(olga);
  expect(await proposals()).toEqual([['+447400123458', 'do not text me, (erased) is at (erased)']]);
  const { rows } = await database.engine.query<{ number: string }>(
    'select number from number_line where account_id = $1',
    [accountId],
  );
  expect(rows).toEqual([{ number: '+447400123458' }]);
});
