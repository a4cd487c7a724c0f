import { expect, test } from 'vitest';
import { memberOf } from '../../../test/support/member-of.ts';
import { testServer } from '../../../test/support/test-server.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import { broadcast } from '../../contract/broadcast.ts';
import { type Contact, contact } from '../../contract/contact.ts';
import { erasure, personExport } from '../../contract/person.ts';
import { plan } from '../../contract/plan.ts';

const server = await testServer();
const { accountId } = await server.signUp();
const { database, call } = server;

const add = async (input: object): Promise<Contact> =>
  contact.parse((await call('POST', '/api/contacts', input)).json);
const phone = (address: string) => ({ kind: 'phone', address });
const email = (address: string) => ({ kind: 'email', address });

const bring = async (name: string, titles: readonly string[]) => {
  const events = titles.map(
    (title, n) =>
      `BEGIN:VEVENT\r\nUID:${name}-${n}\r\nDTSTART:20270308T1${n}0000\r\nSUMMARY:${title}\r\nDESCRIPTION:${title}, first visit\\nPatient: ${title}\r\nEND:VEVENT`,
  );
  const form = new FormData();
  const file = ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n');
  form.set('file', new Blob([file]), `${name}.ics`);
  expect((await call('POST', '/api/calendars/import', form)).status).toBe(200);
};

const send = async (request: object, key = crypto.randomUUID()) => {
  const answer = await call('POST', '/api/broadcasts', request, {
    'idempotency-key': key,
    authorization: `Bearer ${server.token}`,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.json));
  return broadcast.parse(answer.json).id;
};
const read = async (id: string) =>
  broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json);
const sent = (id: string) =>
  waitFor(
    () => read(id),
    ({ state, counts }) => state === 'sent' && counts.with_carrier === 0,
  );

/** Each table and column in which a text stands somewhere, in whatever form. */
const placesOf = async (...texts: string[]) => {
  const { rows: columns } = await database.engine.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'erasure_key'
        and c.table_name not like 'sign_in_%' and c.data_type in ('text', 'json', 'jsonb', 'ARRAY', 'character')`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const { rowCount } = await database.engine.query(
      `select from ${table} where ${column}::text ilike any ($1) limit 1`,
      [texts.map((text) => `%${text}%`)],
    );
    if (rowCount) found.push(`${table}.${column}`);
  }
  return found;
};

test('a person is exported whole, and once erased stands nowhere any more', async () => {
  const clara = await add({
    name: 'Clara Quist',
    notes: 'Clara Quist is shy.',
    fields: { nickname: 'Clara Quist' },
    tags: ['Clara Quist'],
    addresses: [phone('212 555 0151'), email('clara.quist@example.com')],
  });
  const double = await add({ name: 'Quist, Clara', addresses: [phone('212 555 0152')] });
  await call('POST', `/api/contacts/${clara.id}/merges`, { mergedId: double.id });
  const other = await add({ name: 'Dina Moor', addresses: [phone('212 555 0153')] });
  await bring('clinic', [
    'Check-up - Clara Quist (212) 555-0151',
    'Visit - Clara Quist clara.quist@example.com',
    'Visit - Dina Moor 212-555-0153',
  ]);
  const content = {
    sms: { text: 'Hello {{ participant.first_name }}, we are closed.' },
    email: { subject: 'Closed, {{ participant.name }}', text: 'Dear {{ participant.name }}.' },
  };
  const all = { appointments: { filter: {} }, people: [] };
  const first = await send({ audience: all, content, undoSeconds: 0 });
  const typed = await send({
    audience: { people: [{ name: 'Clara Quist', phone: '212 555 0151' }] },
    content: { sms: { text: 'Clara Quist, call us from 212.555.0151.' } },
    undoSeconds: 0,
  });
  await sent(first);
  await sent(typed);
  const later = await send({
    audience: { ...all, people: [{ name: 'Clara Quist', phone: '+12125550152' }] },
    content: { sms: { text: 'See you {{ participant.first_name }}' } },
    sendLater: { wall: '2027-03-07T09:00', zone: 'America/New_York' },
  });
  await waitFor(
    () => read(later),
    ({ state }) => state === 'scheduled',
  );
  await database.engine.query(
    `insert into suppression (account_id, channel, address, reason, created_at)
     values ($1, 'sms', '+12125550151', 'stop', now())`,
    [accountId],
  );
  await database.engine.query(
    `insert into consent (account_id, channel, address, state, source, words, recorded_at, recorded_by)
     values ($1, 'email', 'clara.quist@example.com', 'revoked', 'link', 'Clara Quist: no more', now(), '')`,
    [accountId],
  );

  const path = `/api/contacts/${clara.id}`;
  const held = personExport.parse((await call('GET', `${path}/export`)).json);
  expect(held.contact.name).toBe('Clara Quist');
  expect(held.merges.map((merge) => merge.contact?.name)).toEqual(['Quist, Clara']);
  expect(held.appointments.map(({ title }) => title.slice(0, 8))).toEqual(['Check-up', 'Visit - ']);
  expect(held.deliveries.map(({ channel, text }) => [channel, text.slice(0, 12)]).sort()).toEqual([
    ['email', 'Dear Clara Q'],
    ['sms', 'Clara Quist,'],
    ['sms', 'Hello Clara,'],
    ['sms', 'See you Clar'],
    ['sms', 'See you Clar'],
  ]);
  expect(held.deliveries.flatMap(({ attempts }) => attempts).length).toBe(3);
  expect(held.suppressions).toMatchObject([{ channel: 'sms', reason: 'stop' }]);
  expect(held.consent).toMatchObject([{ state: 'revoked', words: 'Clara Quist: no more' }]);

  const before = await read(first);
  const viewer = { cookie: (await memberOf(server, 'viewer')).cookie };
  expect((await call('POST', `${path}/erasure`, {}, viewer)).status).toBe(403);
  expect((await call('POST', `/api/contacts/${double.id}/erasure`, {})).status).toBe(409);
  const done = erasure.parse((await call('POST', `${path}/erasure`, {})).json);
  expect(done).toMatchObject({ counts: { deliveries: 5, canceled: 2, appointments: 2 } });

  expect(
    await placesOf('clara', 'quist', '5550151', '555-0151', '555.0151', '5550152', '555-0152'),
  ).toEqual([]);
  expect((await call('GET', path)).status).toBe(404);
  // Others are untouched, and so is what was counted.
  expect(await placesOf('5550153')).toContain('participant.phone');
  expect((await call('GET', `/api/contacts/${other.id}`)).status).toBe(200);
  expect((await read(first)).counts).toEqual(before.counts);
  expect((await read(later)).counts).toMatchObject({ waiting: 1, taken_back: 2 });
  expect((await call('GET', '/api/appointments')).status).toBe(200);

  // What they refused holds on: by their number that comes back, though it stands nowhere in the clear.
  const again = {
    audience: { people: [{ name: 'C', phone: '212 555 0151', email: 'CLARA.quist@example.com' }] },
    content,
  };
  const planned = plan.parse((await call('POST', '/api/plans', again)).json);
  expect(planned.deliveries).toEqual({ sms: 0, email: 0, voice: 0 });
  await database.engine.query(
    `insert into consent (account_id, channel, address, state, source, recorded_at, recorded_by)
     values ($1, 'sms', '+12125550151', 'granted', 'reply', now(), '')`,
    [accountId],
  );
  const agreed = plan.parse((await call('POST', '/api/plans', again)).json);
  expect(agreed.deliveries).toEqual({ sms: 1, email: 0, voice: 0 });
  // The same calendar again brings nobody back.
  await bring('clinic', [
    'Check-up - Clara Quist (212) 555-0151',
    'Visit - Clara Quist clara.quist@example.com',
    'Visit - Dina Moor 212-555-0153',
  ]);
  expect(await placesOf('quist')).toEqual([]);
});

test('a number that a family shares stays the others’', async () => {
  const shared = phone('212 555 0155');
  const mother = await add({ name: 'Eva Lund', addresses: [shared] });
  const child = await add({ name: 'Finn Lund', addresses: [shared] });
  await bring('family', ['Visit - Finn Lund 212-555-0155', 'Visit - Eva Lund 212-555-0155']);
  const { rows: appointments } = await database.engine.query<{ id: string }>(
    `select appointment_id as id from participant where account_id = $1 and phone = '+12125550155'`,
    [accountId],
  );
  // Finn's is the first appointment: the one message to their number is his, and stands for Eva.
  const both = await send({
    audience: { appointments: { includeIds: appointments.map(({ id }) => id) } },
    content: { sms: { text: 'See you {{ participant.first_name }}' } },
    sendLater: { wall: '2027-03-07T09:00', zone: 'America/New_York' },
  });
  await waitFor(
    () => read(both),
    ({ state }) => state === 'scheduled',
  );
  expect((await read(both)).counts).toMatchObject({ waiting: 1, left_out: 1 });
  await call('POST', `/api/contacts/${child.id}/erasure`, { leaveAlone: true });
  expect((await read(both)).counts).toMatchObject({ waiting: 1, left_out: 0, taken_back: 0 });
  const held = await call('GET', `/api/contacts/${mother.id}/export`);
  expect(personExport.parse(held.json).deliveries.map(({ text }) => text)).toEqual(['See you Eva']);
  expect(await placesOf('finn')).toEqual([]);
  expect(contact.parse((await call('GET', `/api/contacts/${mother.id}`)).json)).toEqual(mother);
  const { rows } = await database.engine.query(
    `select name, phone, match_state from participant where account_id = $1 and phone = '+12125550155'`,
    [accountId],
  );
  expect(rows).toEqual([{ name: 'Eva Lund', phone: '+12125550155', match_state: 'matched' }]);
});

test('whoever asked for it is left alone when they come back', async () => {
  const gus = await add({ name: 'Gus Holm', addresses: [phone('212 555 0156')] });
  await call('POST', `/api/contacts/${gus.id}/erasure`, { leaveAlone: true });
  const back = {
    audience: {
      people: [
        { name: 'Gus Holm', phone: '212 555 0156' },
        { name: 'Ida', phone: '212 555 0157' },
      ],
    },
    content: { sms: { text: 'Hello' } },
  };
  const planned = plan.parse((await call('POST', '/api/plans', back)).json);
  expect(planned.deliveries).toMatchObject({ sms: 1 });
});

test('what was chosen for somebody else by the erased number goes with it', async () => {
  const hugo = await add({ name: 'Hugo Berg', addresses: [phone('212 555 0158')] });
  await bring('choices', ['Visit - Nils Ek 212-555-0158']);
  const who = `select id, name, match_state from participant where account_id = $1 and name = 'Nils Ek'`;
  const [nils] = (await database.engine.query<{ id: string }>(who, [accountId])).rows;
  const path = `/api/participants/${nils?.id}/contact`;
  expect((await call('PUT', path, { contactId: null })).status).toBe(200);
  expect(await placesOf('12125550158')).toContain('contact_choice.person_key');
  expect((await call('POST', `/api/contacts/${hugo.id}/erasure`, {})).status).toBe(200);
  expect(await placesOf('12125550158')).toEqual([]);
  const { rows } = await database.engine.query(who, [accountId]);
  expect(rows).toMatchObject([{ name: 'Nils Ek', match_state: 'nobody' }]);
});
