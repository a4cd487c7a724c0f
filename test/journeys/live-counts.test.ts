import { beforeAll, expect, test } from 'vitest';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import { administer } from '../support/break-connections.ts';
import { manyPeople } from '../support/many-people.ts';
import { testServer } from '../support/test-server.ts';

const server = await testServer();
let cookie: string;

beforeAll(async () => {
  ({ cookie } = await server.signUp());
});

test('the page hears the counts as they change, up to the end', async () => {
  const { id } = await send('sent at once', { people: manyPeople(300) });
  const seen: Broadcast[] = [];
  for await (const now of events(id)) {
    seen.push(now);
    if (now.state === 'sent' && now.counts.delivered === 300) break;
  }
  expect(seen.length).toBeGreaterThan(2);
  const delivered = seen.map(({ counts }) => counts.delivered);
  expect(delivered).toEqual(delivered.toSorted((a, b) => a - b));
  for (const { counts, total } of seen) {
    expect(total).toBe(300);
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(300);
  }
});

test('a pause and a cancellation are heard too', async () => {
  const { id } = await send('held for undo', { people: manyPeople(3), undoSeconds: 60 });
  const heard = events(id);
  expect((await heard.next()).value).toMatchObject({ pausedAt: null, counts: { waiting: 3 } });
  await server.call('POST', `/api/broadcasts/${id}/pause`);
  expect((await heard.next()).value?.pausedAt).toEqual(expect.any(String));
  await server.call('POST', `/api/broadcasts/${id}/cancellation`);
  for await (const now of heard) if (now.counts.taken_back === 3) break;
});

test('what was signalled while the connection for signals was broken is heard after all', async () => {
  const { id } = await send('signalled in vain', { people: manyPeople(2), undoSeconds: 60 });
  const heard = events(id);
  expect((await heard.next()).value).toMatchObject({ pausedAt: null });
  await administer(
    server.database,
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'headsup_signals'`,
  );
  await server.call('POST', `/api/broadcasts/${id}/pause`);
  const began = performance.now();
  expect((await heard.next()).value?.pausedAt).toEqual(expect.any(String));
  // By itself the page looks every 20 seconds only.
  expect(performance.now() - began).toBeLessThan(10_000);
  await heard.return(undefined);
});

test('it ends when the server stops', async () => {
  const { id } = await send('still waiting', { people: manyPeople(1), undoSeconds: 60 });
  const heard = events(id);
  await heard.next();
  const stopping = server.stop();
  for (let last = await heard.next(); !last.done; last = await heard.next());
  await stopping;
});

async function send(
  key: string,
  { people, undoSeconds = 0 }: { people: object[]; undoSeconds?: number },
) {
  const body = { audience: { people }, content: { sms: { text: 'Hi' } }, undoSeconds };
  const made = await server.call('POST', '/api/broadcasts', body, { 'idempotency-key': key });
  return broadcast.parse(made.json);
}

/** The events of a broadcast, as a browser reads them (HTML standard, section 9.2). */
async function* events(id: string): AsyncGenerator<Broadcast> {
  const response = await fetch(new URL(`/api/broadcasts/${id}/events`, server.url), {
    headers: { cookie },
    signal: AbortSignal.timeout(30_000),
  });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const read = await reader?.read();
    if (!read || read.done) return;
    text += read.value;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const data = /^event: broadcast\ndata: (.*)$/m.exec(text.slice(0, end))?.[1];
      text = text.slice(end + 2);
      if (data !== undefined) yield broadcast.parse(JSON.parse(data));
    }
  }
}
