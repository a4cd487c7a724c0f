import { existsSync } from 'node:fs';
import { access, constants, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { findBinaries } from '../platform/postgres/binaries.ts';
import { refuseOtherMajor } from '../platform/postgres/cluster.ts';
import { chooseRunAs } from '../platform/postgres/run-as.ts';
import { findServer, type RunningServer } from '../platform/server-file.ts';
import { type Finding, tried } from './finding.ts';
import { answers } from './reach-server.ts';
import { examineSharedDatabase } from './shared-database.ts';

const NODE_MAJOR = 24;

type Health = { problem: string | null; notice?: string };

/** Looks at everything that a start needs, without starting anything. */
export async function examine(config: Config): Promise<Finding[]> {
  const running = await findServer(config.dataFolder);
  const isRunning = running !== null && (await answers(running));
  return [
    node(),
    await dataFolder(config.dataFolder),
    ...(config.databaseUrl
      ? await examineSharedDatabase(config.databaseUrl, config.dataFolder)
      : await embedded(config.dataFolder)),
    isRunning ? await ownReport(running) : await port(config.host, config.port),
  ];
}

/** Prints the findings; the exit code is 1 where something is wrong. */
export async function doctor(config: Config, say: (line: string) => void): Promise<number> {
  const findings = await examine(config);
  for (const { what, problem } of findings) {
    say(problem === null ? `✓ ${what}` : `✗ ${what}: ${problem}`);
  }
  const wrong = findings.filter(({ problem }) => problem !== null).length;
  say(wrong === 0 ? 'All is well.' : `${wrong} to mend.`);
  return wrong === 0 ? 0 : 1;
}

function node(): Finding {
  const what = `Node.js ${process.versions.node}`;
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= NODE_MAJOR) return { what, problem: null };
  return {
    what,
    problem: `Headsup runs on Node.js ${NODE_MAJOR}, which comes with it on most machines: run npm ci without --omit=optional, and start it by npm start.`,
  };
}

async function dataFolder(path: string): Promise<Finding> {
  const what = `Data folder ${path}`;
  let nearest = path;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  if (!(await stat(nearest)).isDirectory()) {
    return { what, problem: `${nearest} is no folder; set HEADSUP_DATA to one.` };
  }
  const isWritable = await access(nearest, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (isWritable) return { what, problem: null };
  return {
    what,
    problem: `this user cannot write to ${nearest}; give it the right, or set HEADSUP_DATA to another folder.`,
  };
}

/** What a server that runs says of itself. */
async function ownReport({ url }: RunningServer): Promise<Finding> {
  return tried(`Headsup runs at ${url}`, async () => {
    // What GET /api/health answers with, by its schema.
    const health = (await (await fetch(new URL('/api/health', url))).json()) as Health;
    const wrong = health.problem ?? health.notice;
    if (wrong) throw new Error(wrong);
  });
}

async function embedded(folder: string): Promise<Finding[]> {
  const cluster = join(folder, 'postgres');
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => null);
  const made = version === null ? 'not made yet' : `of PostgreSQL ${version.trim()}`;
  return [
    await tried('Embedded PostgreSQL', findBinaries),
    await tried(`Its data (${made})`, () => refuseOtherMajor(cluster)),
    await tried('Its right to run as this user', async () => {
      if (existsSync(folder)) await chooseRunAs(folder, (await findBinaries()).postgres);
    }),
  ];
}

async function port(host: string, number: number): Promise<Finding> {
  return tried(
    `Port ${number} of ${host}`,
    () =>
      new Promise<void>((resolve, reject) => {
        const probe = createServer().once('error', ({ code }: NodeJS.ErrnoException) =>
          reject(
            new Error(
              code === 'EADDRINUSE'
                ? 'another program has it; stop that one, or choose another by PORT=8081.'
                : `cannot be listened on (${code}); choose another by HOST and PORT, such as HOST=127.0.0.1 PORT=8080.`,
            ),
          ),
        );
        probe.listen(number, host, () => probe.close(() => resolve()));
      }),
  );
}
