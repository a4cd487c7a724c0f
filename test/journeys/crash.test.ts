import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, type TestContext, test } from 'vitest';

const NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const RUN = fileURLToPath(new URL('../crash/run.ts', import.meta.url));

test.concurrent('2,000 text messages, ten workers and a database killed: each person once', {
  timeout: 150_000,
}, async (context) => {
  const { code, result, log } = await run(context, '--messages 2000 --kills 10 --db-crashes 1');
  expect(result, log).toMatchObject({ kills: 10, dbCrashes: 1, duplicates: 0, lost: 0 });
  expect(result, log).toMatchObject({ uncertain: 0 });
  expect(code, log).toBe(0);
});

test.concurrent('600 emails, where nobody can be asked: nobody twice, and nobody lost in silence', {
  timeout: 150_000,
}, async (context) => {
  const { code, result, log } = await run(
    context,
    '--messages 600 --kills 4 --db-crashes 1 --provider smtp',
  );
  expect(result, log).toMatchObject({ kills: 4, dbCrashes: 1, duplicates: 0, lost: 0 });
  expect(code, log).toBe(0);
});

test.concurrent('it can fail: a worker that retries on time-out is found', {
  timeout: 150_000,
}, async (context) => {
  const { code, result, log } = await run(
    context,
    '--messages 300 --kills 0 --db-crashes 0 --lost-replies 0.1 --plant retry-on-timeout',
  );
  expect(result.duplicates, log).toBeGreaterThan(0);
  expect(code, log).toBe(1);
});

test('what it cannot do it says, with exit code 2', async (context) => {
  expect(await run(context, '--messages none')).toMatchObject({ code: 2, result: {} });
});

/** Runs `npm run crash` with these words; `result` is its last line, empty where there is none. */
async function run(
  { onTestFinished }: TestContext,
  words: string,
): Promise<{
  code: number | null;
  result: Record<string, number>;
  log: string;
}> {
  const child = spawn(NODE, [RUN, ...words.split(' ')], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(async () => {
    // It ends what it started; a kill would leave that behind.
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  });
  const ended = once(child, 'exit');
  const [stdout, log] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code]: (number | null)[] = await ended;
  return { code: code ?? null, result: JSON.parse(stdout.trim().split('\n').at(-1) || '{}'), log };
}
