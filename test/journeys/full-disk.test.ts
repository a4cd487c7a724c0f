import { afterAll, expect, test } from 'vitest';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import { provider } from '../../src/contract/provider.ts';
import { type Call, callerOf } from '../support/call.ts';
import { serveHeadsup, temporaryFolder } from '../support/headsup-process.ts';
import { startMailServer } from '../support/mail-server.ts';
import { manyPeople } from '../support/many-people.ts';
import { serverOf } from '../support/server-of.ts';
import { signUp } from '../support/sign-up.ts';
import { asSeenBy, canMount, fillDisk, onSmallDisk } from '../support/small-disk.ts';
import { tablesOf } from '../support/tables-of.ts';
import { waitFor } from '../support/wait-for.ts';

const PEOPLE = 1_000;
const MEGABYTES = 150;

const mail = await startMailServer();
afterAll(() => mail.close());

test.skipIf(!(await canMount()))(
  'the disk fills up in the middle of 2,000 deliveries: nothing acknowledged is lost, nobody is told twice, and it goes on by itself',
  async () => {
    const folder = await temporaryFolder();
    const server = await serveHeadsup(folder, {}, [], onSmallDisk(MEGABYTES));
    const disk = asSeenBy(server.pid, folder);
    const call = callerOf(server.url, (await serverOf(disk)).token);
    await signUp(call, `${server.url}/setup?token=${server.setupToken}`);
    await carryEmailBy(call, mail.port);
    const acknowledged = [await send(call, 'The disk is filled', PEOPLE)];
    await waitFor(
      async () => mail.mails.length,
      (n) => n > 50,
    );

    const makeRoom = await fillDisk(disk);
    const isTroubled = async () => (await health(server.url)) !== null;
    await wearOut(disk);
    await waitFor(isTroubled, Boolean);
    const refused: number[] = [];
    for (let time = 0; time < 20; time += 1) {
      const made = await call('POST', '/api/broadcasts', ...request(`Meanwhile ${time}`, 2));
      if (made.status === 201) acknowledged.push(broadcast.parse(made.json));
      else refused.push(made.status);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(new Set(refused)).toEqual(new Set([503]));
    await makeRoom();

    for (const { id, total } of acknowledged) {
      const now = await waitFor(
        async () => read(call, id),
        (one) => one?.counts.waiting === 0,
        60_000,
      );
      expect(now?.total).toBe(total);
    }
    // The pretend carrier can be asked, so that no text stays in doubt.
    await waitFor(
      () => texts(disk),
      ({ people }) => people === PEOPLE + 2 * (acknowledged.length - 1),
      60_000,
    );
    expect(await texts(disk)).toMatchObject({ twice: 0, unknown: 0 });
    // A mail server cannot: whoever got none is shown as not sure, or soon will be.
    const got = Map.groupBy(mail.mails, ({ to, parsed }) => `${to} ${parsed.subject}`);
    expect([...got].filter(([, all]) => all.length > 1)).toEqual([]);
    const attempts = await tablesOf<{ id: string }>(disk, 'select id from attempt');
    const known = new Set(attempts.map(({ id }) => id));
    const ids = mail.mails.map(({ parsed }) => parsed.messageId?.slice(1, 37) ?? '');
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    const [closed] = await tablesOf<{ n: number }>(
      disk,
      `select count(*)::int as n from delivery where channel = 'email' and state = 'accepted'`,
    );
    expect(closed?.n).toBeLessThanOrEqual(got.size);
    expect(closed?.n).toBeGreaterThan(PEOPLE / 2);
    expect(server.stdout()).toMatch(/PostgreSQL ended \(.*No space left.*PostgreSQL runs again/s);
    expect(await health(server.url)).toBeNull();
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  },
  180_000,
);

/** Writes until the log has no room either, which ends every connection of the server. */
async function wearOut(disk: string): Promise<void> {
  const write = `select pg_logical_emit_message(true, 'test', repeat('x', 1000)), pg_switch_wal()`;
  for (let time = 0; time < 5; time += 1) {
    const isThere = await tablesOf(disk, write).then(
      () => true,
      () => false,
    );
    if (!isThere) return;
  }
}

async function health(url: string): Promise<string | null> {
  const answer = (await (await fetch(`${url}/api/health`)).json()) as { problem: string | null };
  return answer.problem;
}

async function carryEmailBy(call: Call, port: number): Promise<void> {
  const smtp = {
    host: '127.0.0.1',
    port,
    security: 'none',
    user: '',
    password: '',
    fromAddress: 'desk@example.com',
    fromName: 'Hill Street Clinic',
  };
  const made = await call('POST', '/api/providers', { kind: 'smtp', name: 'Ours', smtp });
  const { id } = provider.parse(made.json);
  expect((await call('PUT', '/api/channels/email', { providerId: id })).status).toBe(200);
}

function request(text: string, count: number): [object, { 'idempotency-key': string }] {
  const content = { sms: { text }, email: { subject: text, text } };
  const body = { audience: { people: manyPeople(count) }, content, confirmCount: count };
  return [body, { 'idempotency-key': text }];
}

async function send(call: Call, text: string, count: number): Promise<Broadcast> {
  const made = await call('POST', '/api/broadcasts', ...request(text, count));
  expect(made.status).toBe(201);
  return broadcast.parse(made.json);
}

/** Null while the database is away. */
async function read(call: Call, id: string): Promise<Broadcast | null> {
  const { status, json } = await call('GET', `/api/broadcasts/${id}`);
  return status === 503 ? null : broadcast.parse(json);
}

/** Who got a text, who got the same one twice, and which of them no attempt stands for. */
async function texts(
  disk: string,
): Promise<{ people: number; twice: number; unknown: number } | Record<string, never>> {
  const [row] = await tablesOf<{ people: number; twice: number; unknown: number }>(
    disk,
    `select count(distinct (address, content ->> 'text'))::int as people,
            (count(*) - count(distinct (address, content ->> 'text')))::int as twice,
            (count(*) filter (where not exists (select from attempt a where a.id = reference)))::int as unknown
       from sandbox_message`,
  );
  return row ?? {};
}
