import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem } from '../../src/contract/problem.ts';
import type { Said } from '../../src/contract/said.ts';
import type { CallAnswer } from '../support/call.ts';
import { keysOf, serverTexts } from '../support/server-texts.ts';
import { testServer } from '../support/test-server.ts';
import { writtenRows } from '../support/written-rows.ts';

const server = await testServer();
const texts = serverTexts();
const ana = { name: 'Ana', phone: '+12125550100' };
const audience = { people: [ana] };
const content = { sms: { text: 'Hi {{ participant.first_name }}' } };
const key = { 'idempotency-key': 'a key of its own' };
let before: Record<string, number>;

beforeAll(async () => {
  await server.signUp();
  before = await writtenRows(server.database);
});

/** Whatever was refused here wrote nothing, and the server is well. */
afterAll(async () => {
  expect(await writtenRows(server.database)).toEqual(before);
  expect((await server.call('GET', '/api/health')).json).toEqual({ ok: true, problem: null });
});

/** A sentence made for people, which a page finds in its catalogue with all that stands in it. */
function expectSentence(message: string, said?: Said) {
  expect(message).not.toMatch(/\bat .*:\d+|undefined|NaN|Invalid input|_ERR_/);
  const keys = keysOf(message, said);
  expect(keys[0]?.[1]).toBe(message);
  expect(keys.filter(([text]) => !texts.has(text))).toEqual([]);
}

/** A problem of RFC 9457 whose sentences are made for people. */
function expectProblem(answer: CallAnswer, status: number, code: string) {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const said = problem.parse(answer.json);
  expect(said).toMatchObject({ status, code, type: `/problems/${code}` });
  expect(answer.status).toBe(status);
  const sentences = [
    { message: said.title },
    ...(said.detail === undefined ? [] : [{ message: said.detail, said: said.said }]),
    ...(said.errors ?? []),
  ];
  for (const sentence of sentences) expectSentence(sentence.message, sentence.said);
  return said;
}

test.for([
  { wall: '2026-02-30T10:00', zone: 'America/New_York', code: 'invalid_time' },
  { wall: '2026-13-01T10:00', zone: 'America/New_York', code: 'invalid_time' },
  { wall: '2027-03-08T24:00', zone: 'America/New_York', code: 'invalid_time' },
  { wall: '2027-03-14T02:30', zone: 'America/New_York', code: 'time_does_not_exist' },
  { wall: '2027-11-07T01:30', zone: 'America/New_York', code: 'time_exists_twice' },
  { wall: '2020-03-08T09:00', zone: 'America/New_York', code: 'time_is_past' },
  { wall: 'tomorrow', zone: 'America/New_York', code: 'invalid_input' },
  { wall: '2027-03-08T09:00', zone: 'America/Springfield', code: 'invalid_input' },
])('send later at $wall in $zone: $code', async ({ code, ...sendLater }) => {
  const body = { audience, content, sendLater };
  const said = expectProblem(await server.call('POST', '/api/broadcasts', body, key), 422, code);
  expect(said.errors?.[0]?.path).toMatch(/^sendLater\.(wall|zone)$/);
});

test.for([
  { text: 'Hi {{ participant.frist_name }}', says: /frist_name.*participant\.first_name/ },
  { text: 'Hi {{', says: /\{\{/ },
  { text: 'Hi {{ participant.first_name', says: /\{\{|\}\}/ },
  { text: 'Hi {% for x in y %}', says: /for/ },
  { text: '   ', says: /a text/ },
])('the text “$text” is refused with what is wrong', async ({ text, says }) => {
  for (const path of ['/api/plans', '/api/broadcasts', '/api/previews']) {
    const body = { audience, content: { sms: { text } } };
    const said = expectProblem(await server.call('POST', path, body, key), 422, 'invalid_input');
    expect(said.errors?.[0]).toMatchObject({
      path: expect.stringMatching(/^content\.sms(\.text)?$/),
      message: expect.stringMatching(says),
    });
  }
});

test.for([
  { what: 'nobody', body: { audience: { people: [] }, content }, at: 'audience' },
  { what: 'no text', body: { audience, content: {} }, at: 'content' },
  { what: 'no audience', body: { content }, at: 'audience' },
  {
    what: 'a text that is a number',
    body: { audience, content: { sms: { text: 7 } } },
    at: 'content.sms.text',
  },
  { what: 'an unknown field', body: { audience, content, sendLatr: {} }, at: 'sendLatr' },
  {
    what: 'a bad uuid',
    body: { audience: { appointments: { includeIds: ['1'] } }, content },
    at: 'audience.appointments',
  },
  {
    what: 'a day that does not exist',
    body: { audience: { appointments: { filter: { from: '2026-02-30' } } }, content },
    at: 'audience.appointments',
  },
  {
    what: 'an undo of an hour',
    body: { audience, content, undoSeconds: 3_600 },
    at: 'undoSeconds',
  },
  {
    what: 'an unknown field of a filter, which would widen it',
    body: { audience: { appointments: { filter: { form: '2027-03-08' } } }, content },
    at: 'audience.appointments',
  },
  { what: 'a list', body: [], at: '' },
  { what: 'null', body: null, at: '' },
])('a broadcast with $what: which field, and how', async ({ body, at }) => {
  const answer = await server.call('POST', '/api/broadcasts', body, key);
  const said = expectProblem(answer, 422, 'invalid_input');
  expect(said.errors?.map(({ path }) => path).join()).toContain(at);
  expect(said.errors?.[0]?.message).toMatch(/\w/);
});

test.for([
  { what: 'a zero byte', text: 'A\0na' },
  { what: 'half a character', text: 'Ana \ud83d' },
])('$what is no character, wherever it stands', async ({ text }) => {
  for (const [path, body, at] of [
    [
      'plans',
      { audience: { people: [{ ...ana, name: text }] }, content },
      'audience.people.0.name',
    ],
    ['plans', { audience, content: { sms: { text } } }, 'content.sms.text'],
    ['previews', { audience, content: { sms: { text } } }, 'content.sms.text'],
    ['broadcasts', { audience, content: { sms: { text } } }, 'content.sms.text'],
    ['contacts', { name: 'Ana', fields: { [text]: 'x' } }, 'fields'],
  ] as const) {
    const answer = await server.call('POST', `/api/${path}`, body, key);
    expect(expectProblem(answer, 422, 'invalid_input').errors?.[0]?.path).toBe(at);
  }
});

test('a zero byte is not looked for', async () => {
  for (const list of ['appointments', 'broadcasts', 'sandbox/devices']) {
    const answer = await server.call('GET', `/api/${list}?text=a%00b`);
    expect(expectProblem(answer, 422, 'invalid_input').errors?.[0]?.path).toBe('text');
  }
});

test.for([
  [{ host: 'mail.example.com\r\nRCPT TO:<x@example.com>' }, 'smtp.host'],
  [{ host: 'http://mail.example.com/' }, 'smtp.host'],
  [{ fromName: 'Desk\r\nBcc: all@example.com' }, 'smtp.fromName'],
] as const)('a mail server with %j', async ([wrong, at]) => {
  const smtp = { host: 'mail.example.com', fromAddress: 'desk@example.com', ...wrong };
  const body = { kind: 'smtp', name: 'Mail', smtp };
  const answer = await server.call('POST', '/api/providers', body);
  expect(expectProblem(answer, 422, 'invalid_input').errors?.[0]?.path).toBe(at);
});

test.for([
  { what: 'no JSON', body: 'hello', status: 400, code: 'not_json' },
  { what: 'half a JSON', body: '{"audience":', status: 400, code: 'not_json' },
  { what: 'nothing', body: '', status: 400, code: 'not_json' },
  { what: 'a prototype', body: '{"__proto__": {"x": 1}}', status: 400, code: 'not_json' },
  { what: '9 MB', body: `"${'x'.repeat(9_000_000)}"`, status: 413, code: 'too_large' },
  { what: 'XML', body: '<a/>', type: 'application/xml', status: 415, code: 'unsupported_type' },
  {
    what: 'a form',
    body: 'a=b',
    type: 'application/x-www-form-urlencoded',
    status: 415,
    code: 'unsupported_type',
  },
])('a body of $what: $code', async ({ body, type = 'application/json', status, code }) => {
  const headers = { ...key, 'content-type': type };
  expectProblem(await server.call('POST', '/api/broadcasts', body, headers), status, code);
});

test('an audience in which nobody can be reached', async () => {
  const silent = { audience: { people: [{ name: 'Max Silent' }] }, content };
  const answer = await server.call('POST', '/api/broadcasts', silent, key);
  expectProblem(answer, 422, 'nobody_to_reach');
});

test('no idempotency key, a short one, a long one', async () => {
  for (const headers of [
    {},
    { 'idempotency-key': 'short' },
    { 'idempotency-key': 'x'.repeat(201) },
  ]) {
    const answer = await server.call('POST', '/api/broadcasts', { audience, content }, headers);
    const said = expectProblem(answer, 422, 'invalid_input');
    expect(said.errors?.[0]?.path).toBe('idempotency-key');
  }
});

test.for([
  ['GET', '/api/broadcasts/7', 422, 'invalid_input'],
  ['GET', '/api/broadcasts/00000000-0000-4000-8000-000000000000', 404, 'not_found'],
  ['GET', '/api/broadcasts/00000000-0000-4000-8000-000000000000/events', 404, 'not_found'],
  ['GET', '/api/broadcasts/00000000-0000-4000-8000-000000000000/deliveries', 404, 'not_found'],
  ['POST', '/api/broadcasts/00000000-0000-4000-8000-000000000000/cancellation', 404, 'not_found'],
  ['GET', '/api/deliveries/00000000-0000-4000-8000-000000000000', 404, 'not_found'],
  ['DELETE', '/api/providers/00000000-0000-4000-8000-000000000000', 404, 'not_found'],
  ['GET', '/api/appointments?from=2026-02-30', 422, 'invalid_input'],
  ['GET', '/api/appointments?from=yesterday', 422, 'invalid_input'],
  ['GET', '/api/appointments?to=0000-01-01', 422, 'invalid_input'],
  ['GET', '/api/appointments?limit=100000', 422, 'invalid_input'],
  ['GET', '/api/broadcasts?state=lost', 422, 'invalid_input'],
  ['PUT', '/api/broadcasts', 404, 'not_found'],
  ['GET', '/api/nothing', 404, 'not_found'],
  ['GET', '/api/%ff', 404, 'not_found'],
  ['GET', `/api/numbers/${'9'.repeat(300)}`, 404, 'not_found'],
  ['DELETE', '/api/broadcasts/00000000-0000-4000-8000-000000000000/pause', 404, 'not_found'],
] as const)('%s %s: %i %s', async ([method, path, status, code]) => {
  expectProblem(await server.call(method, path), status, code);
});

test('a cursor that is none of ours begins at the start', async () => {
  for (const list of ['broadcasts', 'appointments', 'sandbox/devices']) {
    const answer = await server.call('GET', `/api/${list}?cursor=nonsense`);
    expect(answer).toMatchObject({ status: 200, json: { items: [], next: null } });
  }
});
