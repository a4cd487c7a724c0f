// Deterministic simulation of the engine: `npm run simulate -- --seeds 10000`, or `--seed 42` to read
// how one seed goes. The last line counts; the exit code is 0 only where no rule was broken.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../src/platform/database.ts';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded.ts';
import { plantedBugs } from './planted-bugs.ts';
import { simulateSeed } from './simulate-seed.ts';
import { simulateSeeds } from './simulate-seeds.ts';
import { makeSimulationDatabase, type ServerAddress } from './simulation-database.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    processes: { type: 'string', default: '2' },
    bug: { type: 'string' },
  },
});
const bug = plantedBugs.find(({ name }) => name === values.bug) ?? null;
if (values.bug !== undefined && bug === null) {
  say(
    `There is no bug of that name; there are:\n${plantedBugs.map(({ name }) => name).join('\n')}`,
  );
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), 'headsup-simulate-'));
const postgres = await startEmbeddedPostgres(folder);
try {
  if (!('host' in postgres.address)) throw new Error('the embedded server has a socket');
  const found =
    values.seed === undefined
      ? await simulateSeeds(postgres.address, {
          seeds: Number(values.seeds),
          processes: Number(values.processes),
          prefix: 'simulation',
          bug: bug?.name ?? null,
          say,
        })
      : await replay(postgres.address, Number(values.seed));
  say(JSON.stringify(found));
  process.exitCode = found.violations === 0 ? 0 : 1;
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function replay(server: ServerAddress, seed: number) {
  const database = openDatabase(await makeSimulationDatabase(server, 'simulation'));
  const { violation, trace } = await simulateSeed(database, seed, bug);
  await database.close();
  say(trace.join('\n'));
  return { seeds: 1, violations: violation ? 1 : 0, firstSeed: violation ? seed : null };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
