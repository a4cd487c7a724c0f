import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import { type Benchmark, holds, type Measure, type Wishes } from './benchmark.ts';
import { deliver } from './deliver.ts';
import { desk } from './desk/desk.ts';
import { email } from './email.ts';
import { first } from './first.ts';
import { importFile } from './import.ts';
import { paused } from './paused.ts';
import { plan } from './plan.ts';
import { render } from './render.ts';
import { openSetting } from './setting.ts';
import { stamp } from './stamp.ts';
import { start } from './start.ts';
import { take } from './take.ts';
import { takeMillion } from './take-million.ts';
import { workers } from './workers.ts';

const BENCHMARKS: readonly Benchmark[] = [
  take,
  takeMillion,
  deliver,
  workers,
  paused,
  first,
  stamp,
  email,
  render,
  start,
  importFile,
  plan,
  desk,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    minutes: { type: 'string', default: '5' },
  },
});
const wishes: Wishes = { only: values.only, minutes: Number(values.minutes) };
const unknown = positionals.filter((name) => !BENCHMARKS.some((one) => one.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}; there are ${BENCHMARKS.map((one) => one.name).join(', ')}.\n`,
  );
  process.exit(2);
}
const parts = BENCHMARKS.flatMap((one) => one.parts ?? []);
if (!(wishes.minutes > 0) || wishes.only.some((part) => !parts.includes(part))) {
  process.stderr.write(`--minutes is a number, --only one of ${parts.join(', ')}.\n`);
  process.exit(2);
}
for (const benchmark of BENCHMARKS) {
  if (positionals.length > 0 && !positionals.includes(benchmark.name)) continue;
  for (const measure of await run(benchmark)) report(measure);
}

/** A benchmark on a fresh embedded PostgreSQL, with default durability. */
async function run(benchmark: Benchmark): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'headsup-bench-'));
  const postgres = await startEmbeddedPostgres(folder);
  try {
    const setting = await openSetting(postgres, folder);
    try {
      return await benchmark.run(setting, wishes);
    } finally {
      await setting.database.close();
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function report(measure: Measure): void {
  const { name, unit, aim } = measure;
  const ours = round(measure.ours);
  const baseline = round(measure.baseline);
  const ratio = round(measure.ratio);
  const peakMemoryMB = Math.round(process.resourceUsage().maxRSS / 1024);
  const facts = Object.fromEntries(
    Object.entries({ peakMemoryMB, ...measure.facts }).map(([fact, n]) => [fact, round(n)]),
  );
  const isHeld = holds(measure);
  if (values.json) {
    const line = { name, ours, baseline, ratio, unit, aim, holds: isHeld, ...facts };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    return;
  }
  const wanted = 'least' in aim ? `at least ${aim.least}` : `at most ${aim.most}`;
  const others = Object.entries(facts).map(([fact, n]) => `${fact} ${n}`);
  process.stdout.write(
    `${name}: ${ratio} of the baseline (aim ${wanted}${isHeld ? '' : ', MISSED'}): ${ours} against ${baseline} ${unit}; ${others.join(', ')}\n`,
  );
}

/** Three significant digits. */
function round(number: number): number {
  return Number(number.toPrecision(3));
}
