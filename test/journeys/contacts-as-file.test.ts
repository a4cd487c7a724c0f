import { expect, test } from 'vitest';
import { contact, contactPage } from '../../src/contract/contact.ts';
import { contactImport } from '../../src/contract/contact-import.ts';
import { settledImport, uploadContacts } from '../support/contact-import.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';

const server = await testServer();
await server.signUp();

const file = async (query = '') => {
  const response = await fetch(`${server.url}/api/contacts.csv${query}`, {
    headers: { authorization: `Bearer ${server.token}` },
  });
  return {
    response,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()),
  };
};
const book = async () => contactPage.parse((await server.call('GET', '/api/contacts')).json).items;

const ana = {
  name: 'Ana María Ruiz',
  firstName: 'Ana María',
  lastName: 'Ruiz',
  title: 'Dr.',
  company: '=HYPERLINK("http://x.example")',
  notes: 'Says "hello",\nthen goes.',
  timeZone: 'America/Denver',
  language: 'es-MX',
  fields: { insurance: 'Blue 12' },
  addresses: [
    { kind: 'phone', address: '+12125550150', label: 'mobile' },
    { kind: 'phone', address: '+12125550151', label: '' },
    { kind: 'email', address: 'ana@example.com', label: 'work' },
  ],
  tags: ['kids', 'vip'],
};
const tom = { name: 'Tom Wu', addresses: [{ kind: 'email', address: 'tom@example.com' }] };

test('the address book is had as a file, in which no formula runs, and read again it is the same', async () => {
  for (const one of [ana, tom]) {
    expect((await server.call('POST', '/api/contacts', one)).status).toBe(201);
  }
  const { response, text } = await file();
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="contacts.csv"');
  expect(text).toBe(
    [
      '\ufeff"name","first_name","last_name","title","company","label","phone","label (2)","phone (2)","label (3)","email","tags","notes","time_zone","language","field:insurance"',
      `"Ana María Ruiz","Ana María","Ruiz","Dr.","'=HYPERLINK(""http://x.example"")","mobile","'+12125550150","","'+12125550151","work","ana@example.com","kids, vip","Says ""hello"",\nthen goes.","America/Denver","es-MX","Blue 12"`,
      '"Tom Wu","Tom","Wu","","","","","","","","tom@example.com","","","","",""',
      '',
    ].join('\r\n'),
  );

  const before = await book();
  for (const { id } of before) await server.call('DELETE', `/api/contacts/${id}`);
  const { id } = contactImport.parse((await uploadContacts(server.call, text)).json);
  expect(await settledImport(server.call, id)).toMatchObject({
    state: 'ready',
    counts: { created: 2, refused: 0 },
  });
  await server.call('POST', `/api/contact-imports/${id}/commit`);
  expect(await settledImport(server.call, id)).toMatchObject({ state: 'done' });
  const said = (one: object) => {
    const { id: _, createdAt: __, changedAt: ___, addresses, ...rest } = contact.parse(one);
    return { ...rest, addresses: addresses.map(({ id: _, ...address }) => address) };
  };
  expect((await book()).map(said)).toEqual(before.map(said));
});

test('the file holds what the list shows, page after page', async () => {
  const many = Array.from({ length: 1_100 }, (_, n) => `Zoe ${n},choir`).join('\n');
  const { id } = contactImport.parse(
    (await uploadContacts(server.call, `name,tags\n${many}`)).json,
  );
  await settledImport(server.call, id);
  await server.call('POST', `/api/contact-imports/${id}/commit`);
  await settledImport(server.call, id);
  const lines = async (query: string) => (await file(query)).text.trimEnd().split('\r\n').slice(1);
  const choir = await lines('?tag=choir');
  expect([choir.length, new Set(choir).size]).toEqual([1_100, 1_100]);
  expect(await lines('?text=tom@example')).toHaveLength(1);
  expect(await lines('?tag=choir&text=nobody')).toEqual([]);
});

test('who may only look does not take the address book away', async () => {
  const { cookie } = await memberOf(server, 'viewer');
  expect((await server.call('GET', '/api/contacts.csv', undefined, { cookie })).status).toBe(403);
});
