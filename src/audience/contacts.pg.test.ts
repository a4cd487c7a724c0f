import { expect, test } from 'vitest';
import { memberOf } from '../../test/support/member-of.ts';
import { testServer } from '../../test/support/test-server.ts';
import { contact, contactPage } from '../contract/contact.ts';

const server = await testServer();
const owner = await server.signUp();

const add = async (input: object) => {
  const { status, json } = await server.call('POST', '/api/contacts', input);
  if (status !== 201) throw new Error(JSON.stringify(json));
  return contact.parse(json);
};
const list = async (query: string) =>
  contactPage.parse((await server.call('GET', `/api/contacts?${query}`)).json);
const names = async (query: string) => (await list(query)).items.map(({ name }) => name);

test('a contact keeps all that is said of it, with its addresses in their one form', async () => {
  const made = await add({
    name: 'Dr. Ana María van der Berg',
    title: 'Dr.',
    company: 'Hill Street',
    notes: ' Prefers mornings.\nHas a dog. ',
    timeZone: 'America/Denver',
    language: 'pt-br',
    fields: { insurance: 'Blue 12', 'shoe size': '38' },
    addresses: [
      { kind: 'phone', address: '(212) 555-0111', label: 'mobile' },
      { kind: 'email', address: 'Ana.Berg@EXAMPLE.com', label: 'home' },
      { kind: 'phone', address: '+442079460018', label: 'London' },
      { kind: 'phone', address: '+1 212 555 0111', label: 'the same again' },
    ],
    tags: ['VIP', 'Zahnarzt', 'vip'],
  });
  expect(made).toMatchObject({
    firstName: 'Ana María',
    lastName: 'van der Berg',
    language: 'pt-BR',
    timeZone: 'America/Denver',
    notes: ' Prefers mornings.\nHas a dog. ',
    fields: { insurance: 'Blue 12', 'shoe size': '38' },
    tags: ['VIP', 'Zahnarzt'],
    mergedInto: null,
    addresses: [
      { kind: 'phone', address: '+12125550111', label: 'mobile' },
      { kind: 'email', address: 'Ana.Berg@example.com', label: 'home' },
      { kind: 'phone', address: '+442079460018', label: 'London' },
    ],
  });
  expect((await server.call('GET', `/api/contacts/${made.id}`)).json).toEqual(made);
});

test.each([
  [{ addresses: [{ kind: 'phone', address: '12' }] }, 'addresses.0.address', 'not a phone number'],
  [
    { name: 'Ana', addresses: [{ kind: 'email', address: 'ana@' }] },
    'addresses.0.address',
    'not an email address',
  ],
  [{ name: 'Ana', timeZone: 'Mars/Base' }, 'timeZone', 'a time zone name'],
  [{ name: 'Ana', language: 'english please' }, 'language', 'a language tag'],
  [{ notes: 'nobody' }, 'name', 'give a name'],
  [{ name: 'Ana', tags: ['\u0301'] }, 'tags.0', 'a letter'],
  [{ name: 'Ana', colour: 'red' }, 'colour', 'no field'],
])('%j is refused at %s', async (input, path, message) => {
  const { matching } = await list('');
  const { status, json } = await server.call('POST', '/api/contacts', input);
  expect(status).toBe(422);
  expect(json).toMatchObject({
    code: 'invalid_input',
    errors: [{ path, message: expect.stringContaining(message) }],
  });
  expect((await list('')).matching).toBe(matching);
});

test('all that is wrong is told at once', async () => {
  const addresses = ['212', 'x', '212 555 0112'].map((address) => ({ kind: 'phone', address }));
  const { json } = await server.call('POST', '/api/contacts', { name: 'Bea', addresses });
  expect(json).toMatchObject({
    errors: [{ path: 'addresses.0.address' }, { path: 'addresses.1.address' }],
  });
});

test('a change leaves the rest, and addresses that stay keep their ids', async () => {
  const made = await add({
    name: 'Carla Gómez',
    company: 'Weavers',
    tags: ['a', 'b'],
    addresses: [
      { kind: 'phone', address: '212 555 0113' },
      { kind: 'email', address: 'carla@example.com' },
    ],
  });
  const path = `/api/contacts/${made.id}`;
  const [, mail] = made.addresses;
  const change = {
    name: 'Carla Ruiz',
    tags: ['B', 'c'],
    addresses: [
      { kind: 'email', address: 'CARLA@example.com', label: 'work' },
      { kind: 'phone', address: '212 555 0114' },
    ],
  };
  const changed = contact.parse((await server.call('PATCH', path, change)).json);
  expect(changed).toMatchObject({
    firstName: 'Carla',
    lastName: 'Ruiz',
    company: 'Weavers',
    tags: ['B', 'c'],
    addresses: [
      { id: mail?.id, address: 'CARLA@example.com', label: 'work' },
      { address: '+12125550114' },
    ],
  });
  expect(await names('text=carla+ruiz')).toEqual(['Carla Ruiz']);
  expect(await names('text=555-0113')).toEqual([]);
  const wrong = await server.call('PATCH', path, { addresses: [{ kind: 'phone', address: '1' }] });
  expect(wrong.status).toBe(422);
  expect((await server.call('GET', path)).json).toEqual(changed);
  expect((await server.call('DELETE', path)).status).toBe(204);
  expect((await server.call('GET', path)).status).toBe(404);
  expect((await server.call('PATCH', path, { name: 'X' })).status).toBe(404);
});

test('they are found by name, number, mailbox and tag, and paged by name', async () => {
  const shared = { kind: 'phone', address: '212 555 0115' };
  await add({ name: 'Émile Zürn', addresses: [shared], tags: ['Choir', 'Tenor'] });
  await add({ name: 'Flora Zürn', addresses: [shared], tags: ['choir'] });
  await add({
    company: 'Zürn & Sons',
    addresses: [{ kind: 'email', address: 'info@zurn.example' }],
  });
  expect(await names('text=ZURN')).toEqual(['Émile Zürn', 'Flora Zürn', '']);
  expect(await names('text=212.555.0115')).toEqual(['Émile Zürn', 'Flora Zürn']);
  expect(await names('text=info@zurn')).toEqual(['']);
  expect(await names('text=%25')).toEqual([]);
  expect(await names('tag=CHOIR')).toEqual(['Émile Zürn', 'Flora Zürn']);
  expect(await names('tag=choir&tag=tenor')).toEqual(['Émile Zürn']);
  const { json } = await server.call('GET', '/api/contact-tags');
  expect(json).toMatchObject({ items: expect.arrayContaining([{ tag: 'Choir', contacts: 2 }]) });

  const all = await list('');
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await list(`limit=2&cursor=${cursor}`);
    expect(page.matching).toBe(all.matching);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  expect(seen).toEqual(all.items.map(({ id }) => id));
});

test('a viewer reads and changes nothing, and another account sees nothing', async () => {
  const made = await add({ name: 'Gil Ortega' });
  const viewer = { cookie: (await memberOf(server, 'viewer')).cookie };
  const path = `/api/contacts/${made.id}`;
  expect((await server.call('GET', path, undefined, viewer)).status).toBe(200);
  for (const [method, at, body] of [
    ['POST', '/api/contacts', { name: 'X' }],
    ['PATCH', path, { name: 'X' }],
    ['DELETE', path],
  ] as const) {
    expect((await server.call(method, at, body, viewer)).status).toBe(403);
  }
  const { rows } = await server.database.engine.query<{ id: string }>(
    `insert into account (name, country, time_zone) values ('Other', 'US', 'America/New_York') returning id`,
  );
  const stranger = { cookie: (await memberOf(server, 'owner', rows[0]?.id)).cookie };
  expect((await server.call('GET', path, undefined, stranger)).status).toBe(404);
  expect((await server.call('DELETE', path, undefined, stranger)).status).toBe(404);
  expect((await server.call('GET', '/api/contacts', undefined, stranger)).json).toMatchObject({
    matching: 0,
  });
  expect(owner.accountId).not.toBe(rows[0]?.id);
});
