import { beforeAll, expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { HostileValues, type Schema } from '../support/hostile-value.ts';
import { testServer } from '../support/test-server.ts';
import { typeIn } from '../support/type-appointment.ts';

type Route = {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content?: { 'application/json'?: { schema: Schema } } };
};
type Described = {
  paths: Record<string, Record<string, Route>>;
  components: { schemas: Record<string, Schema> };
};

const server = await testServer();
const { call } = server;
/** Streams, files, and what would end the session or the setup. */
const LEFT_OUT =
  /session|events$|export|csv|html$|machine|setup|openapi|attachments|import$|health/;
const SEED = 1;
const ROUNDS = 4;
const ids: string[] = [];

beforeAll(async () => {
  server.clock.moveTo(new Date('2027-03-01T15:00Z'));
  await server.signUp();
  await call('PUT', '/api/example-clinic', {});
  const people = [
    { name: 'Ana Ruiz', phone: '+12125550101' },
    { name: 'Ben', email: 'ben@example.com' },
  ];
  const visit = await typeIn(call, { people });
  ids.push(visit.id, visit.calendarId, ...visit.participants.map(({ id }) => id));
  for (const key of ['the first one', 'the second one', 'the third one']) {
    const asked = {
      audience: { appointments: { includeIds: [visit.id] } },
      content: { sms: { text: 'x' }, email: { subject: 'x', text: 'y' } },
      sendLater: { wall: '2027-03-05T09:00', zone: 'Etc/UTC' },
    };
    const made = await call('POST', '/api/broadcasts', asked, { 'idempotency-key': key });
    const { id } = broadcast.parse(made.json);
    ids.push(id, ...(await idsIn(`/api/broadcasts/${id}/deliveries`)));
  }
  await call('POST', '/api/contacts', { name: 'Ana Ruiz', tags: ['x'] });
  for (const list of ['contacts', 'templates', 'providers', 'appointments']) {
    ids.push(...(await idsIn(`/api/${list}`)));
  }
}, 60_000);

test('whatever is asked of the API, nothing of it is unforeseen', {
  timeout: 3_600_000,
}, async () => {
  // The answer is the one of this server.
  const api = (await call('GET', '/api/openapi.json')).json as Described;
  const values = new HostileValues(api.components.schemas, ids, SEED);
  const unforeseen: unknown[] = [];
  let asked = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [path, methods] of Object.entries(api.paths)) {
      for (const [method, route] of Object.entries(methods)) {
        if (LEFT_OUT.test(path)) continue;
        const address = addressOf(path, route, values);
        const schema = route.requestBody?.content?.['application/json']?.schema;
        const body = schema ? values.of(schema) : method === 'get' ? undefined : {};
        const key = { 'idempotency-key': `a key ${values.random()}` };
        const { status, json } = await call(method.toUpperCase(), address, body, key);
        asked += 1;
        if (status >= 500) unforeseen.push({ method, address, body, json });
      }
    }
  }
  expect(unforeseen).toEqual([]);
  expect(asked).toBeGreaterThan(200);
});

/** A path with its parameters, some of them, and a query. */
function addressOf(path: string, { parameters = [] }: Route, values: HostileValues): string {
  const text = (value: unknown) => String(value).toWellFormed().slice(0, 2_000);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = parameters.find((one) => one.name === name && one.in === 'path')?.schema;
    return encodeURIComponent(text(values.of(schema))).slice(0, 2_000) || 'x';
  });
  const query = new URLSearchParams();
  for (const { name, schema } of parameters.filter((one) => one.in === 'query')) {
    if (values.random() < 0.5) continue;
    for (const one of [values.of(schema)].flat()) query.append(name, text(one));
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

async function idsIn(list: string): Promise<string[]> {
  const { json } = await call('GET', list);
  // Each list of the API has its items so.
  return (json as { items: { id?: string | null }[] }).items.flatMap(({ id }) => id ?? []);
}
