import { expect, test } from 'vitest';
import { type ContactImport, contactImport } from '../../src/contract/contact-import.ts';
import { type Call, callerOf } from '../support/call.ts';
import { settledImport, uploadContacts } from '../support/contact-import.ts';
import { type ServingProcess, serveHeadsup, temporaryFolder } from '../support/headsup-process.ts';
import { serverOf } from '../support/server-of.ts';
import { signUp } from '../support/sign-up.ts';
import { tablesOf } from '../support/tables-of.ts';
import { waitFor } from '../support/wait-for.ts';

const ROWS = 5_000;
const BAD = ROWS / 100;

type Import = { state: string; step: string; done: number };
type Moment = readonly [name: string, isThere: (now: Import | undefined) => boolean];

/** Each kills the server once. */
const MOMENTS: readonly Moment[] = [
  ['drafting', (now) => now?.state === 'checking' && now.step === 'drafting' && now.done > 0],
  ['comparing', (now) => now?.state === 'checking' && now.step === 'comparing'],
  ['writing', (now) => now?.state === 'writing'],
  ['in the midst of writing', (now) => now?.state === 'writing' && now.done > ROWS / 3],
  ['matching', (now) => now?.state === 'matching'],
];

test('killed at any moment of an import, all good rows are in afterwards, once, and none before', async () => {
  const folder = await temporaryFolder();
  let server = await serveHeadsup(folder);
  await signUp(await caller(server, folder), `${server.url}/setup?token=${server.setupToken}`);
  const met: string[] = [];
  let id = await sent(await caller(server, folder));
  let isCommitted = false;
  for (const [name, isThere] of MOMENTS) {
    if (name.includes('writing') && !isCommitted) {
      const call = await caller(server, folder);
      expect((await settledImport(call, id)).state).toBe('ready');
      expect(await contacts(folder)).toBe(0);
      expect((await call('POST', `/api/contact-imports/${id}/commit`, {})).status).toBe(202);
      isCommitted = true;
    }
    const now = await waitFor(
      () => importOf(folder, id),
      (one) => isThere(one) || isPast(one, name),
    );
    if (isThere(now)) met.push(name);
    server.kill('SIGKILL');
    await server.ended;
    const left = await contacts(folder).catch(() => null);
    // The database may be away with its parent; what is there is nothing or everything.
    if (left !== null) expect([0, ROWS - BAD]).toContain(left);
    server = await serveHeadsup(folder);
    expect([0, ROWS - BAD]).toContain(await contacts(folder));
  }
  const call = await caller(server, folder);
  const done = await settledImport(call, id);
  expect(done).toMatchObject({
    state: 'done',
    counts: { created: ROWS - BAD, updated: 0, unchanged: 0, joined: 0, refused: BAD },
    errorCount: BAD,
  });
  expect(await contacts(folder)).toBe(ROWS - BAD);
  expect(met).toContain('drafting');
  expect(met.some((name) => name.includes('writing'))).toBe(true);

  // And the same file again finds everybody.
  id = await sent(call);
  expect((await settledImport(call, id)).counts).toMatchObject({
    created: 0,
    unchanged: ROWS - BAD,
    refused: BAD,
  });
}, 240_000);

/** Whether the moment was missed: work goes on faster than anybody looks. */
function isPast(now: Import | undefined, name: string): boolean {
  if (now?.state === 'done') return true;
  return now?.state === 'ready' && ['drafting', 'comparing'].includes(name);
}

async function sent(call: Call): Promise<string> {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const phone = `+1 212 55${String(i % 10)} ${String(1_000 + (i % 9_000)).padStart(4, '0')}`;
    return `Person ${i} Import,${i % 100 === 7 ? '555' : phone},p${i}@example.com`;
  });
  const made = await uploadContacts(call, `Name,Mobile,Email\n${rows.join('\n')}\n`);
  expect(made.status).toBe(201);
  const { id }: ContactImport = contactImport.parse(made.json);
  return id;
}

async function caller(server: ServingProcess, folder: string): Promise<Call> {
  return callerOf(server.url, (await serverOf(folder)).token);
}

async function importOf(folder: string, id: string): Promise<Import | undefined> {
  const sql = 'select state, step, done from contact_import where id = $1';
  return (await tablesOf<Import>(folder, sql, [id]))[0];
}

async function contacts(folder: string): Promise<number> {
  const [row] = await tablesOf<{ n: number }>(folder, 'select count(*)::int as n from contact');
  return row?.n ?? 0;
}
