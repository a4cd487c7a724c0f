import { request as httpRequest } from 'node:http';
import { beforeAll, expect, test } from 'vitest';
import { createAccount } from '../../src/account/create-account.ts';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import { asEngine } from '../../src/platform/database.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const body = {
  audience: { people: [{ name: 'Ana', phone: '+12125550100' }] },
  content: { sms: { text: 'Hi {{ participant.first_name }}' } },
};
let cookie: string;

beforeAll(async () => {
  ({ cookie } = await server.signUp());
});

test.for([
  ['nobody', { authorization: '' }],
  ['a wrong token', { authorization: 'Bearer nonsense' }],
  ['no bearer', { authorization: 'Basic c2FtOnNlY3JldA==' }],
  ['a forged cookie', { cookie: 'headsup.session_token=abc.def' }],
] as const)('%s is asked to sign in, on every route of the API', async ([, headers]) => {
  const api = await server.call('GET', '/api/openapi.json');
  const { paths } = api.json as { paths: Record<string, Record<string, object>> };
  const open = ['/api/health', '/api/setup', '/api/session POST', '/api/countries'];
  let asked = 0;
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods).map((name) => name.toUpperCase())) {
      if (open.includes(path) || open.includes(`${path} ${method}`)) continue;
      const filled = path
        .replace('{channel}', 'sms')
        .replace(/\{\w+\}/g, () => crypto.randomUUID());
      const answer = await server.call(method, filled, method === 'GET' ? undefined : {}, headers);
      const machineOnly = /\/(machine|setup\/\w+)$/.test(path);
      expect([method, path, answer.status]).toEqual([method, path, machineOnly ? 403 : 401]);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(20);
});

test('the description of the API refers to nothing that is not in it', async () => {
  const { json } = await server.call('GET', '/api/openapi.json');
  const { components } = json as { components: { schemas: Record<string, object> } };
  const named = JSON.stringify(json).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
  const names = new Set(Array.from(named, ([, name = '']) => name));
  expect(names).toContain('Said');
  expect([...names].filter((name) => !(name in components.schemas))).toEqual([]);
});

test('a viewer reads and plans, and may not send, import, configure or take back', async () => {
  const { cookie: viewer } = await memberOf(server, 'viewer');
  for (const path of ['/api/session', '/api/appointments', '/api/broadcasts', '/api/providers']) {
    expect((await server.call('GET', path, undefined, { cookie: viewer })).status).toBe(200);
  }
  expect((await server.call('POST', '/api/plans', body, { cookie: viewer })).status).toBe(200);
  const { id } = await sent('what a viewer may not touch');
  const headers = { cookie: viewer, 'idempotency-key': 'as a viewer' };
  for (const [method, path, given] of [
    ['POST', '/api/broadcasts', body],
    ['POST', `/api/broadcasts/${id}/cancellation`, {}],
    ['POST', `/api/broadcasts/${id}/pause`, {}],
    ['PUT', `/api/broadcasts/${id}/speed`, { perMinute: 1 }],
    ['PUT', `/api/broadcasts/${id}/send-time`, { sendLater: null }],
    ['POST', '/api/calendars/import', {}],
    ['PUT', `/api/participants/${id}/answer`, { said: 'confirmed' }],
    ['DELETE', `/api/participants/${id}/answer`],
    ['PUT', '/api/sandbox/faults', { kind: 'phone', address: '+12125550100', fault: 'blocked' }],
    ['PUT', '/api/channels/sms', { providerId: crypto.randomUUID() }],
    ['POST', '/api/setup/token', {}],
  ] as const) {
    const answer = await server.call(method, path, given, headers);
    expect(answer).toMatchObject({ status: 403, json: { code: 'not_allowed' } });
  }
});

test('what belongs to another account does not exist', async () => {
  const mine = await sent('of the first account');
  const list = await server.call('GET', `/api/broadcasts/${mine.id}/deliveries`);
  const [delivery] = (list.json as { items: { id: string }[] }).items;
  const provider = (await server.call('GET', '/api/providers')).json as { items: { id: string }[] };
  const { cookie: stranger } = await memberOf(server, 'owner', await otherAccount());
  const headers = { cookie: stranger };
  for (const [method, path, given] of [
    ['GET', `/api/broadcasts/${mine.id}`],
    ['GET', `/api/broadcasts/${mine.id}/events`],
    ['GET', `/api/broadcasts/${mine.id}/deliveries`],
    ['GET', `/api/broadcasts/${mine.id}/recipients.csv`],
    ['GET', `/api/broadcasts/${mine.id}/history`],
    ['GET', `/api/broadcasts/${mine.id}/faces`],
    ['POST', `/api/broadcasts/${mine.id}/pause`, {}],
    ['PUT', `/api/broadcasts/${mine.id}/speed`, { perMinute: 1 }],
    ['PUT', `/api/broadcasts/${mine.id}/send-time`, { sendLater: null }],
    ['GET', `/api/broadcasts/${mine.id}/request`],
    ['POST', `/api/deliveries/${delivery?.id}/cancellation`, {}],
    ['POST', `/api/broadcasts/${mine.id}/cancellation`, {}],
    ['POST', `/api/broadcasts/${mine.id}/settlement`, { decision: 'send_again' }],
    ['GET', `/api/deliveries/${delivery?.id}`],
    ['POST', `/api/deliveries/${delivery?.id}/settlement`, { decision: 'send_again' }],
    ['DELETE', `/api/providers/${provider.items[0]?.id}`],
    ['DELETE', `/api/providers/${provider.items[0]?.id}/circuit`],
    [
      'PUT',
      `/api/providers/${provider.items[0]?.id}/limits`,
      { perMinute: 1, senderPerMinute: null },
    ],
    ['POST', `/api/providers/${provider.items[0]?.id}/test`, { address: 'a@example.com' }],
  ] as const) {
    const answer = await server.call(method, path, given, headers);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(JSON.stringify(answer.json)).not.toContain(mine.title);
  }
  const theirs = await server.call('GET', '/api/broadcasts', undefined, headers);
  expect(theirs.json).toEqual({ items: [], next: null });
  const devices = await server.call('GET', '/api/sandbox/devices', undefined, headers);
  expect(devices.json).toEqual({ items: [], next: null });
});

test('a name that is not ours is refused: no page of another site reads through it', async () => {
  const port = Number(new URL(server.url).port);
  const answer = await rawGet(port, { host: `evil.example:${port}`, cookie });
  expect(answer).toMatchObject({ status: 421 });
  expect(answer.body).not.toContain('sam@example.com');
  expect((await rawGet(port, { host: `localhost:${port}`, cookie })).status).toBe(200);
});

test.for([
  'https://evil.example',
  'null',
  'http://127.0.0.1.evil.example',
  'http://localhost:1',
  'http://127.0.0.1:1',
])('a page of %s cannot send with our cookie', async (origin) => {
  const headers = { cookie, origin, 'idempotency-key': 'from elsewhere' };
  const answer = await server.call('POST', '/api/broadcasts', body, headers);
  expect(answer).toMatchObject({ status: 403, json: { code: 'wrong_origin' } });
});

test('our own page can', async () => {
  const headers = { cookie, origin: server.url, 'idempotency-key': 'from our page' };
  expect((await server.call('POST', '/api/broadcasts', body, headers)).status).toBe(201);
});

test('the same key for the same is the same broadcast, for something else a conflict', async () => {
  const first = await sent('only once');
  const headers = { 'idempotency-key': 'only once' };
  const again = await server.call('POST', '/api/broadcasts', body, headers);
  expect(again).toMatchObject({ status: 200, json: { id: first.id } });
  const other = { ...body, content: { sms: { text: 'Something else' } } };
  const conflict = await server.call('POST', '/api/broadcasts', other, headers);
  expect(conflict).toMatchObject({ status: 409, json: { code: 'key_reused' } });
});

test('ten clicks at once are one broadcast and one message', async () => {
  const headers = { 'idempotency-key': 'ten clicks' };
  const people = [{ name: 'Ben', phone: '+12125550199' }];
  const clicked = { ...body, audience: { people } };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => server.call('POST', '/api/broadcasts', clicked, headers)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
  const ids = new Set(answers.map(({ json }) => broadcast.parse(json).id));
  expect(ids.size).toBe(1);
  const [id] = ids;
  await waitFor(
    async () => broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json),
    ({ counts }) => counts.delivered === 1,
  );
  const { rows } = await server.database.engine.query(
    `select from sandbox_message where address = '+12125550199'`,
  );
  expect(rows).toHaveLength(1);
});

async function sent(key: string): Promise<Broadcast> {
  const made = await server.call('POST', '/api/broadcasts', body, {
    'idempotency-key': key,
  });
  return broadcast.parse(made.json);
}

/** Another account, with nothing in it. */
function otherAccount(): Promise<string> {
  const facts = { name: 'Elsewhere', country: 'US', timeZone: 'America/New_York' };
  return asEngine(server.database, (client) =>
    createAccount(client, { ...facts, isSandbox: false }),
  );
}

/** fetch() sets the Host header by itself; a browser under a foreign name sends that name. */
function rawGet(
  port: number,
  headers: Record<string, string>,
): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port, path: '/api/session', headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode, body: text });
    })
      .on('error', reject)
      .end();
  });
}
