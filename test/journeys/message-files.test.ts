import { beforeAll, expect, test } from 'vitest';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import { deliveryPage } from '../../src/contract/delivery.ts';
import { plan, preview } from '../../src/contract/plan.ts';
import { sandboxDevicePage } from '../../src/contract/sandbox.ts';
import { dot, pdf, photo } from '../support/files.ts';
import { wav } from '../support/sounds.ts';
import { testServer } from '../support/test-server.ts';
import { upload } from '../support/upload.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer({ publicUrl: 'http://desk.example.com' });
const { call } = server;
const ana = { name: 'Ana Ruiz', phone: '+12125550123', email: 'ana@example.com' };
const ids = { photo: '', pdf: '' };

beforeAll(async () => {
  await server.signUp();
  ids.photo = (await upload(call, await photo(1_600, 1_200), 'garden.jpg')).id;
  ids.pdf = (await upload(call, pdf, 'directions.pdf')).id;
});

test('a picture goes with a text, a PDF as an address that only who has it can open', async () => {
  const words = 'The way to us: '.padEnd(130, '.');
  const content = { sms: { text: words, attachments: [ids.photo, ids.pdf] } };
  const body = { audience: { people: [ana] }, content };
  const planned = plan.parse((await call('POST', '/api/plans', body)).json);
  expect(planned.files).toMatchObject([
    { name: 'garden.jpg', goes: 'with_message', type: 'image/jpeg' },
    { name: 'directions.pdf', goes: 'as_link' },
  ]);
  // The text alone is one segment; its address makes it two.
  expect(planned.smsSegments).toMatchObject({ encoding: 'GSM-7', total: 2 });
  const shown = preview.parse((await call('POST', '/api/previews', body)).json).messages[0];

  const { id } = await send('with files', content);
  const [got] = (await device(ana.phone)).messages;
  expect(got?.files).toEqual([
    { id: ids.photo, name: 'garden.jpg', type: 'image/jpeg', size: planned.files[0]?.size },
  ]);
  expect(got?.text.length).toBe(shown?.text.length);
  const link = got?.text.split('\n')[1] ?? '';
  expect(link).toMatch(/^http:\/\/desk\.example\.com\/m\/[\w-]{22}$/);

  const [row] = deliveryPage.parse(
    (await call('GET', `/api/broadcasts/${id}/deliveries`)).json,
  ).items;
  const story = await call('GET', `/api/deliveries/${row?.id}`);
  expect(story.json).toMatchObject({ text: got?.text });

  const opened = await fetchLink(link);
  expect(opened.status).toBe(200);
  expect(Buffer.from(await opened.arrayBuffer()).equals(pdf)).toBe(true);
  expect(opened.headers.get('content-disposition')).toContain('directions.pdf');
  expect(opened.headers.get('cache-control')).toContain('no-store');
  const turned = link.replace(/[\w-]+$/, (token) => [...token].reverse().join(''));
  expect((await fetchLink(turned)).status).toBe(404);
  expect((await fetchLink('http://desk.example.com/m/')).status).toBe(404);
});

test('a file that a message has stays, and its address expires', async () => {
  const one = await upload(call, dot, 'dot.png');
  const content = { sms: { text: 'Look', attachments: [one.id] } };
  const wall = '2027-06-01T09:00';
  await send('later', content, { sendLater: { wall, zone: 'America/New_York' } });
  expect(await call('DELETE', `/api/attachments/${one.id}`)).toMatchObject({
    status: 409,
    json: { code: 'in_use' },
  });
  server.clock.moveTo(new Date('2027-05-30T12:00Z'));
  const loose = await upload(call, Buffer.from('nobody wants me'), 'loose.txt');
  await server.database.engine.query(
    `update attachment set created_at = '2027-01-01' where id = $1`,
    [loose.id],
  );
  await waitFor(
    async () => (await call('GET', `/api/attachments/${loose.id}`)).status,
    (status) => status === 404,
  );
  server.clock.moveTo(new Date('2027-06-01T13:00:30Z'));
  const got = await waitFor(
    () => device(ana.phone),
    ({ messages }) => messages.some(({ text }) => text === 'Look'),
  );
  expect(got.messages[0]?.files).toMatchObject([{ id: one.id }]);
  const { rows } = await server.database.engine.query<{ n: number }>(
    'select count(*) as n from attachment_link where expires_at < $1',
    [server.clock.now()],
  );
  expect(rows[0]?.n).toBeGreaterThan(0);
});

test('what cannot go is refused before anybody is told that it would', async () => {
  const gone = crypto.randomUUID();
  expect(await planOf({ sms: { text: 'x', attachments: [gone] } })).toMatchObject({
    status: 422,
    json: { errors: [{ path: 'content.sms.attachments.0' }] },
  });
  expect(await planOf({ voice: { audioId: ids.pdf } })).toMatchObject({
    status: 422,
    json: { errors: [{ path: 'content.voice.audioId' }] },
  });
  const many = Array.from({ length: 6 }, () => crypto.randomUUID());
  expect((await planOf({ sms: { text: 'x', attachments: many } })).status).toBe(422);
  for (const voice of [
    {},
    { text: 'x', audioId: ids.pdf },
    { text: 'x', keys: { confirm: '1', optOut: '1' } },
  ]) {
    expect((await planOf({ voice })).status).toBe(422);
  }
});

test('without a public address a text cannot name one, and says so', async () => {
  const inside = await testServer({ beside: server });
  const answer = await inside.call('POST', '/api/plans', {
    audience: { people: [ana] },
    content: { sms: { text: 'x', attachments: [ids.pdf] } },
  });
  expect(answer).toMatchObject({ status: 422 });
  expect(answer.json).toMatchObject({ detail: expect.stringContaining('HEADSUP_URL') });
  await inside.stop();
});

test('a call plays a sound to a person, another one to a machine, and heeds keys', async () => {
  const audioId = (await upload(call, wav(2), 'closed.wav', 'audio')).id;
  const machine = (await upload(call, wav(1), 'machine.wav', 'audio')).id;
  const keys = { confirm: '1', callBack: '2', optOut: '9' };
  const voice = { audioId, voicemail: { audioId: machine }, keys, language: 'es-US' };
  const { id } = await send('a sound', { voice });
  const [heard] = (await device(ana.phone)).messages;
  expect(heard).toMatchObject({
    text: '',
    call: { audioId, isMachine: false, language: 'es-US', voice: 'woman', keys },
  });
  const press = (key: string) => call('POST', '/api/sandbox/keys', { messageId: heard?.id, key });
  expect((await press('5')).status).toBe(404);
  expect((await press('1')).status).toBe(204);
  expect((await press('1')).status).toBe(204);
  expect((await press('9')).status).toBe(204);
  const rows = deliveryPage.parse((await call('GET', `/api/broadcasts/${id}/deliveries`)).json);
  expect(rows.items[0]?.keys).toEqual(['confirm', 'opt_out']);
  const counted = broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json);
  expect(counted.keys).toEqual({ confirm: 1, call_back: 0, opt_out: 1 });
  const refused = await planOf({ voice: { text: 'Again' } });
  expect(refused.json).toMatchObject({ excluded: [{ channel: 'voice', reason: 'opted_out' }] });
});

test('a machine is told its own words, with the fields of who it belongs to', async () => {
  const tom = { name: 'Tom Ferrari', phone: '+12125550177' };
  const fault = { kind: 'phone', address: tom.phone, fault: 'voicemail' };
  await call('PUT', '/api/sandbox/faults', fault);
  const voicemail = { text: 'Message for {{ participant.first_name }}' };
  await send('a machine', { voice: { text: 'Hello', voicemail } }, {}, [tom]);
  expect((await device(tom.phone)).messages[0]).toMatchObject({
    text: 'Message for Tom',
    call: { isMachine: true, audioId: null, keys: {} },
  });
  const empty = await planOf({ voice: { text: 'Hi', voicemail: { text: '{{ event.title }}' } } });
  expect(empty.json).toMatchObject({ excluded: [{ channel: 'voice' }] });
});

test('a machine is played a sound of its own, where a person would have been told words', async () => {
  const max = { name: 'Max Silent', phone: '+12125550178' };
  const fault = { kind: 'phone', address: max.phone, fault: 'voicemail' };
  await call('PUT', '/api/sandbox/faults', fault);
  const { id: audioId } = await upload(call, wav(1), 'machine.wav', 'audio');
  await send('a played machine', { voice: { text: 'Hello', voicemail: { audioId } } }, {}, [max]);
  expect((await device(max.phone)).messages[0]).toMatchObject({
    text: '',
    call: { isMachine: true, audioId, keys: {} },
  });
});

function planOf(content: object) {
  return call('POST', '/api/plans', { audience: { people: [ana] }, content });
}

async function send(
  key: string,
  content: object,
  more: object = {},
  people: object[] = [ana],
): Promise<Broadcast> {
  const made = await call(
    'POST',
    '/api/broadcasts',
    { audience: { people }, content, ...more },
    {
      'idempotency-key': `${key} key`,
    },
  );
  if (made.status !== 201) throw new Error(JSON.stringify(made.json));
  const { id } = broadcast.parse(made.json);
  if ('sendLater' in more) return broadcast.parse(made.json);
  return waitFor(
    async () => broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json),
    ({ counts }) => counts.delivered === 1,
  );
}

async function device(address: string) {
  const { json } = await call('GET', `/api/sandbox/devices?text=${encodeURIComponent(address)}`);
  const found = sandboxDevicePage.parse(json).items[0];
  if (!found) throw new Error(`nothing went to ${address}`);
  return found;
}

/** As somebody outside, under the name that we have there. */
function fetchLink(link: string): Promise<Response> {
  return fetch(new URL(new URL(link).pathname, server.url));
}
