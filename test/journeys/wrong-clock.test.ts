import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { runHeadsup, startHeadsup, temporaryFolder } from '../support/headsup-process.ts';
import { manyPeople } from '../support/many-people.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

/** Sets the clock of a Node.js process ahead, before anything of it runs. */
const AN_HOUR_AHEAD = `--import=data:text/javascript,${encodeURIComponent(
  `const { now } = Date;
   Date = class extends Date { constructor(...parts) { parts.length ? super(...parts) : super(Date.now()); } };
   Date.now = () => now() + 3600000;`,
)}`;

const server = await testServer();

test('a worker whose clock is off sends nothing and says why, and so does doctor', async () => {
  await server.signUp();
  const body = { audience: { people: manyPeople(3) }, content: { sms: { text: 'Hi' } } };
  const made = await server.call(
    'POST',
    '/api/broadcasts',
    { ...body, undoSeconds: 60 },
    { 'idempotency-key': 'not before a minute has passed' },
  );
  const { id } = broadcast.parse(made.json);
  const folder = await temporaryFolder();
  await mkdir(folder);
  await copyFile(join(server.dataFolder, 'secret.key'), join(folder, 'secret.key'));
  const environment = { DATABASE_URL: server.databaseUrl, NODE_OPTIONS: AN_HOUR_AHEAD, PORT: '0' };

  const worker = startHeadsup(folder, ['worker'], environment);
  await waitFor(
    async () => worker.stderr(),
    (said) => /clock of this machine is 3[56]\d\d\.\d seconds ahead/.test(said),
  );
  const doctor = await runHeadsup(folder, ['doctor'], environment);
  expect(doctor.stdout).toMatch(/✗ Clock of this machine: .* seconds ahead .*NTP/);
  // By its own clock the message is long due; it looks twice a second.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const { json } = await server.call('GET', `/api/broadcasts/${id}`);
  expect(broadcast.parse(json)).toMatchObject({ state: 'scheduled', counts: { waiting: 3 } });

  worker.kill('SIGTERM');
  expect((await worker.ended).code).toBe(0);
});
