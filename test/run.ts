// The whole test command: `npm test`. It runs every check although one fails, and ends with one line
// that counts: a tool's check as one, a vitest project as its tests. Needs Node 24 and no root.
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Check, sum, type Tally } from './checks/check.ts';
import { endAll } from './checks/child.ts';
import { commandCheck } from './checks/command-check.ts';
import { endProcessesOf, leftoversCheck } from './checks/leftovers.ts';
import { peersCheck } from './checks/peers-check.ts';
import { vitestCheck } from './checks/vitest-check.ts';

const checks: readonly Check[] = [
  commandCheck('format and lint', 'biome', ['ci', '.']),
  commandCheck('types of server and tests', 'tsc', ['-p', 'tsconfig.json']),
  commandCheck('types of browser tests', 'tsc', ['-p', 'test/e2e/tsconfig.json']),
  commandCheck('types of the page', 'tsc', ['-p', 'web/tsconfig.json']),
  commandCheck('dead code', 'knip', ['--no-progress']),
  peersCheck,
  vitestCheck('unit and architecture', 'unit'),
  vitestCheck('PostgreSQL and journeys', 'postgres'),
  vitestCheck('browser', 'browser'),
  leftoversCheck,
];

// Whatever a check starts finds this folder in its TMPDIR: by that, what it leaves behind is found.
const folder = await realpath(await mkdtemp(join(tmpdir(), 'headsup-run-')));
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stopped.abort();
    endAll();
  });
}

const tallies: Tally[] = [];
for (const check of checks) {
  if (stopped.signal.aborted) break;
  const begun = performance.now();
  say(`\n── ${check.name} ──`);
  const tally = await check.run({ folder });
  tallies.push(tally);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  say(`${tally.failed === 0 ? 'ok' : 'FAILED'}: ${check.name}, ${seconds} s`);
}
await endProcessesOf(folder);
await rm(folder, { recursive: true, force: true });

const { passed, failed, skipped } = sum(tallies);
process.exitCode = failed > 0 || stopped.signal.aborted ? 1 : 0;
say(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
