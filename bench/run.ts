import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAccount } from '../src/account/create-account.ts';
import { asEngine, openDatabase } from '../src/platform/database.ts';
import { migrate } from '../src/platform/migrate.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import type { Benchmark, Round } from './benchmark.ts';
import { deliver } from './deliver.ts';
import { start } from './start.ts';
import { take } from './take.ts';

const BENCHMARKS: readonly Benchmark[] = [take, deliver, start];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !BENCHMARKS.some((one) => one.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}; there are ${BENCHMARKS.map((one) => one.name).join(', ')}.\n`,
  );
  process.exit(2);
}
for (const benchmark of BENCHMARKS) {
  if (positionals.length > 0 && !positionals.includes(benchmark.name)) continue;
  report(benchmark, await run(benchmark));
}

/** All rounds of a benchmark on a fresh embedded PostgreSQL, with default durability. */
async function run(benchmark: Benchmark): Promise<Round[]> {
  const folder = await mkdtemp(join(tmpdir(), 'headsup-bench-'));
  const postgres = await startEmbeddedPostgres(folder);
  try {
    await migrate(postgres.address);
    const database = openDatabase(postgres.address);
    const facts = { name: 'Bench', country: 'US', timeZone: 'America/New_York' };
    const id = await asEngine(database, (client) =>
      createAccount(client, { ...facts, isSandbox: false }),
    );
    const round = await benchmark.prepare({ database, account: { id, ...facts } });
    const rounds: Round[] = [];
    while (rounds.length < benchmark.rounds) rounds.push(await round());
    await database.close();
    return rounds;
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function report({ name, unit, aim }: Benchmark, rounds: readonly Round[]): void {
  const ours = median(rounds.map((round) => round.ours));
  const baseline = median(rounds.map((round) => round.baseline));
  const ratio = median(rounds.map((round) => round.ours / round.baseline));
  const peakMemoryMB = Math.round(process.resourceUsage().maxRSS / 1024);
  const result = {
    name,
    ours: round(ours),
    baseline: round(baseline),
    ratio: round(ratio),
    unit,
    peakMemoryMB,
  };
  process.stdout.write(
    values.json
      ? `${JSON.stringify(result)}\n`
      : `${name}: ${result.ratio} of the baseline (aim ${aim}): ${result.ours} against ${result.baseline} ${unit}; peak memory ${peakMemoryMB} MB\n`,
  );
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Three significant digits. */
function round(number: number): number {
  return Number(number.toPrecision(3));
}
