import { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { runHeadsup, temporaryFolder } from '../support/headsup-process.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const body = {
  audience: { people: [{ name: 'Ana', phone: '+12125550100' }] },
  content: { sms: { text: 'Hi' } },
};

beforeAll(() => server.signUp());

test('while the database may forget, nothing is sent, and everybody is told why', async () => {
  const waiting = await server.call(
    'POST',
    '/api/broadcasts',
    { ...body, undoSeconds: 60 },
    { 'idempotency-key': 'before it was unsafe' },
  );
  const { id } = broadcast.parse(waiting.json);
  await setSynchronousCommit('off');

  const refused = await server.call('POST', '/api/broadcasts', body, {
    'idempotency-key': 'while it is unsafe',
  });
  expect(refused).toMatchObject({
    status: 503,
    json: { code: 'database_unsafe', detail: expect.stringMatching(/synchronous_commit.*to on/) },
  });
  const health = await server.call('GET', '/api/health');
  expect(health.json).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/synchronous_commit/),
  });
  const folder = await temporaryFolder();
  const doctor = await runHeadsup(folder, ['doctor'], {
    DATABASE_URL: server.databaseUrl,
    PORT: '0',
  });
  expect(doctor.code).toBe(1);
  expect(doctor.stdout).toMatch(/✗ PostgreSQL of DATABASE_URL: .*synchronous_commit to on/);

  server.clock.advance(120_000);
  const due = `select from lane where broadcast_id = $1 and wake_at <= $2`;
  expect((await server.database.engine.query(due, [id, server.clock.now()])).rowCount).toBe(1);
  // Longer than a worker needs to find it: it looks twice a second.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await messages()).toBe(0);

  await setSynchronousCommit('on');
  await waitFor(messages, (n) => n === 1);
});

async function messages(): Promise<number> {
  const { rows } = await server.database.engine.query<{ n: number }>(
    'select count(*) as n from sandbox_message',
  );
  return rows[0]?.n ?? 0;
}

/** For this database, as an administrator would; connections that are open are ended to take it up. */
async function setSynchronousCommit(value: 'on' | 'off'): Promise<void> {
  const client = new Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    await client.query(`alter database ${rows[0]?.name} set synchronous_commit = ${value}`);
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
  } finally {
    await client.end();
  }
  await waitFor(
    () => server.call('GET', '/api/health'),
    ({ status }) => status === 200,
  );
}
