// `npm run crash`: sends through a carrier that keeps its own book while workers and the database are
// killed, and compares the book with the ledger. The last line of the output is one JSON object; the
// exit code is 0 only if nobody got two, nobody was lost, and what is uncertain has its cause.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashRun } from './crash-run.ts';
import { readSettings, WrongUse } from './settings.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  const settings = readSettings(process.argv.slice(2));
  const folder = await mkdtemp(join(tmpdir(), 'headsup-crash-'));
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stopped.abort(new WrongUse(`stopped by ${signal}`)));
  }
  try {
    say(`seed ${settings.seed}: the same crashes again by --seed ${settings.seed}`);
    const { holds, ...result } = await crashRun(settings, { folder, say, signal: stopped.signal });
    process.stdout.write(`${JSON.stringify(result)}\n`);
    process.exitCode = holds ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
} catch (error) {
  say(
    error instanceof WrongUse
      ? error.message
      : String(error instanceof Error ? error.stack : error),
  );
  process.exitCode = error instanceof WrongUse ? 2 : 1;
}
