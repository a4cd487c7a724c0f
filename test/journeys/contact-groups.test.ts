import { beforeAll, expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { contact } from '../../src/contract/contact.ts';
import {
  contactGroup,
  contactGroupList,
  contactGroupWhole,
} from '../../src/contract/contact-group.ts';
import { plan, preview } from '../../src/contract/plan.ts';
import { writtenAgain } from '../../src/contract/written-again.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { typeIn } from '../support/type-appointment.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const { call, database } = server;
let ana: string;

const add = async (name: string, address: string, tags: string[] = []) => {
  const kind = address.includes('@') ? 'email' : 'phone';
  const made = await call('POST', '/api/contacts', { name, tags, addresses: [{ kind, address }] });
  return contact.parse(made.json).id;
};
const save = async (name: string, members: object) => {
  const { status, json } = await call('POST', '/api/contact-groups', { name, members });
  if (status !== 201) throw new Error(JSON.stringify(json));
  return contactGroup.parse(json).id;
};
const whole = async (id: string) =>
  contactGroupWhole.parse((await call('GET', `/api/contact-groups/${id}`)).json);
const names = async () =>
  contactGroupList
    .parse((await call('GET', '/api/contact-groups')).json)
    .items.map(({ name }) => name);
const content = { sms: { text: 'Hello {{ participant.first_name }}' } };
const send = (audience: object, more: object = {}) =>
  call(
    'POST',
    '/api/broadcasts',
    { audience, content, undoSeconds: 0, ignoreQuietHours: true, ...more },
    { 'idempotency-key': crypto.randomUUID(), authorization: `Bearer ${server.token}` },
  );
const sent = async (id: string) => {
  await waitFor(
    async () => broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json),
    ({ state }) => state === 'sent',
    30_000,
  );
  const { rows } = await database.engine.query<{ line: string }>(
    `select concat_ws(' ', d.address, r.name) as line
       from delivery d join recipient r on r.id = d.recipient_id where d.broadcast_id = $1 order by 1`,
    [id],
  );
  return rows.map(({ line }) => line);
};

beforeAll(async () => {
  await server.signUp();
  ana = await add('Ana Ruiz', '+12125550150', ['kids']);
  await add('Ben Okri', '+12125550151', ['vip']);
  await add('Cleo Adams', '+12125550152', ['vip', 'kids']);
});

test('a group is saved, renamed, changed, looked into and forgotten, by those who may send', async () => {
  const members = {
    contacts: { includeIds: [ana] },
    tags: ['VIP'],
    people: [{ name: 'Zoe', phone: '(212) 555-0160' }],
  };
  const id = await save('Regulars', members);
  expect(await whole(id)).toMatchObject({
    name: 'Regulars',
    members,
    contacts: 3,
    shown: [
      { id: ana, name: 'Ana Ruiz' },
      { name: 'Ben Okri' },
      { name: 'Cleo Adams', detail: '+12125550152' },
    ],
    createdBy: 'Sam Keller',
  });
  expect(await call('POST', '/api/contact-groups', { name: ' regulars ', members })).toMatchObject({
    status: 409,
    json: { code: 'name_taken', errors: [{ path: 'name' }] },
  });
  expect((await call('POST', '/api/contact-groups', { name: 'Nobody', members: {} })).status).toBe(
    422,
  );
  const { cookie } = await memberOf(server, 'member');
  const renamed = await call(
    'PATCH',
    `/api/contact-groups/${id}`,
    { name: 'REGULARS' },
    { cookie },
  );
  expect(renamed).toMatchObject({ status: 200, json: { name: 'REGULARS', changedBy: 'Vera' } });
  await call('PATCH', `/api/contact-groups/${id}`, { members: { tags: ['kids'] } });
  expect(await whole(id)).toMatchObject({ name: 'REGULARS', contacts: 2, members: { people: [] } });

  const viewer = await memberOf(server, 'viewer');
  const asViewer = (method: string, path: string, body?: object) =>
    call(method, path, body, { cookie: viewer.cookie });
  expect((await asViewer('GET', `/api/contact-groups/${id}`)).status).toBe(200);
  expect((await asViewer('POST', '/api/contact-groups', { name: 'X', members })).status).toBe(403);
  expect((await asViewer('PATCH', `/api/contact-groups/${id}`, { name: 'X' })).status).toBe(403);
  expect((await asViewer('DELETE', `/api/contact-groups/${id}`)).status).toBe(403);
  expect((await call('DELETE', `/api/contact-groups/${id}`)).status).toBe(204);
  expect((await call('DELETE', `/api/contact-groups/${id}`)).status).toBe(404);
  expect((await call('PATCH', `/api/contact-groups/${id}`, { name: 'X' })).status).toBe(404);
  expect(await names()).toEqual([]);
});

test('whoever is in a group and ticked, chosen, tagged or typed in besides hears once', async () => {
  const appointment = await typeIn(call, { people: [{ name: 'Ana Ruiz', phone: '+12125550150' }] });
  const one = await save('One', {
    contacts: { includeIds: [ana] },
    tags: ['vip'],
    people: [{ name: 'Zoe', phone: '+12125550160' }],
  });
  const other = await save('Other', {
    contacts: { filter: { tags: ['kids'] } },
    people: [{ name: 'Zoe', phone: '(212) 555-0160' }],
  });
  const audience = {
    appointments: { includeIds: [appointment.id] },
    contacts: { includeIds: [ana] },
    tags: ['kids'],
    groups: [one, other],
    people: [{ name: 'Zoe', phone: '212 555 0160' }],
  };
  const planned = plan.parse((await call('POST', '/api/plans', { audience, content })).json);
  expect(planned).toMatchObject({ people: 4, reached: 4, deliveries: { sms: 4 } });
  const shown = preview.parse(
    (await call('POST', '/api/previews', { audience, content, index: 3 })).json,
  );
  expect(shown).toMatchObject({ total: 4, name: 'Zoe' });
  const made = await send(audience);
  expect(await sent(broadcast.parse(made.json).id)).toEqual([
    '+12125550150 Ana Ruiz',
    '+12125550151 Ben Okri',
    '+12125550152 Cleo Adams',
    '+12125550160 Zoe',
  ]);
  // Those not reached, and whoever got it, are found whichever way they were named.
  const id = broadcast.parse(made.json).id;
  const again = { recipients: { broadcastId: id, outcomes: ['reached', 'under_way'] } };
  const followed = plan.parse(
    (await call('POST', '/api/plans', { audience: again, content })).json,
  );
  expect(followed).toMatchObject({ people: 4, reached: 4 });
  for (const gone of [one, other]) await call('DELETE', `/api/contact-groups/${gone}`);
});

test('a group that is there no more is named, and nothing is sent', async () => {
  const audience = { groups: [crypto.randomUUID()], people: [] };
  const named = { code: 'invalid_input', errors: [{ path: 'audience.groups' }] };
  const planned = await call('POST', '/api/plans', { audience, content });
  expect(planned).toMatchObject({ status: 422, json: named });
  expect(await send(audience)).toMatchObject({ status: 422, json: named });
});

test('who is meant is frozen, or worked out when it goes out; a group that a message waits for stays', async () => {
  const id = await save('Waiting', {
    tags: ['vip'],
    people: [{ name: 'Zoe', phone: '+12125550160' }],
  });
  const wall = '2027-06-01T12:00';
  const later = { sendLater: { wall, zone: 'America/New_York' } };
  const audience = { groups: [id], people: [{ name: 'Tim', phone: '+12125550161' }] };
  const frozen = broadcast.parse((await send(audience, later)).json).id;
  const late = broadcast.parse((await send(audience, { ...later, resolve: 'at_sending' })).json).id;
  expect(await call('DELETE', `/api/contact-groups/${id}`)).toMatchObject({
    status: 409,
    json: { code: 'in_use' },
  });
  // What was asked for is had again, without those of the group beside it.
  for (const made of [frozen, late]) {
    const again = writtenAgain.parse((await call('GET', `/api/broadcasts/${made}/request`)).json);
    expect(again).toMatchObject({
      groups: [{ id, name: 'Waiting' }],
      request: { audience: { groups: [id], people: [{ name: 'Tim' }] } },
    });
    expect(again.request.audience.people).toHaveLength(1);
  }
  await call('PATCH', `/api/contact-groups/${id}`, {
    members: { tags: ['kids'], people: [{ name: 'Una', phone: '+12125550162' }] },
  });
  server.clock.moveTo(new Date('2027-06-01T16:00:30Z'));
  expect(await sent(frozen)).toEqual([
    '+12125550151 Ben Okri',
    '+12125550152 Cleo Adams',
    '+12125550160 Zoe',
    '+12125550161 Tim',
  ]);
  expect(await sent(late)).toEqual([
    '+12125550150 Ana Ruiz',
    '+12125550152 Cleo Adams',
    '+12125550161 Tim',
    '+12125550162 Una',
  ]);
  expect((await call('DELETE', `/api/contact-groups/${id}`)).status).toBe(204);
  // Of what was sent to it, it stays known that it was for a group, and who was typed in.
  expect((await call('GET', `/api/broadcasts/${frozen}/request`)).json).toMatchObject({
    groups: [],
    request: { audience: { groups: [id], people: [{ name: 'Tim' }, { name: 'Zoe' }] } },
  });
});

test('an erased person is in no group any more, and neither is what they were called', async () => {
  const eva = await add('Eva Stern', '+12125550170');
  const group = await save('Friends of Eva Stern', {
    contacts: { includeIds: [eva, ana] },
    people: [
      { name: 'Eva Stern', phone: '(212) 555-0170' },
      { name: 'Tom', phone: '212-555-0170', email: 'tom@example.com' },
      { name: 'Una', phone: '+12125550162' },
    ],
  });
  const alone = await save('Eva alone', { contacts: { includeIds: [eva] } });
  const { json } = await call('GET', `/api/contacts/${eva}/export`);
  expect(json).toMatchObject({
    groups: [
      {
        name: 'Friends of Eva Stern',
        isContact: true,
        typed: [{ name: 'Eva Stern' }, { name: 'Tom' }],
      },
      { name: 'Eva alone', isContact: true, typed: [] },
    ],
  });
  expect((await call('POST', `/api/contacts/${eva}/erasure`, {})).status).toBe(200);
  expect(await whole(group)).toMatchObject({
    name: 'Friends of (erased)',
    contacts: 1,
    members: {
      contacts: { includeIds: [ana] },
      people: [
        { name: 'Tom', email: 'tom@example.com' },
        { name: 'Una', phone: '+12125550162' },
      ],
    },
  });
  expect(await whole(alone)).toMatchObject({ contacts: 0, members: { people: [] } });
  const { rows } = await database.engine.query(
    `select from contact_group where members::text ilike any ('{%stern%,%5550170%,%555-0170%}')`,
  );
  expect(rows).toEqual([]);
});
