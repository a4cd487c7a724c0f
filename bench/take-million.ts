import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { administer } from '../test/support/break-connections.ts';
import { bareInsert } from './bare-insert.ts';
import type { Benchmark } from './benchmark.ts';
import { MILLION } from './million.ts';
import { addPeople } from './people.ts';
import type { BenchmarkSetting } from './setting.ts';

const PROCESS = fileURLToPath(new URL('./take-process.ts', import.meta.url));
const SMALL = 10_000;
/** Megabytes that a process may need. */
const LIMIT = 300;

const taken = z.object({ id: z.string(), milliseconds: z.number(), peakMemoryMB: z.number() });

/**
 * Taking 1,000,000 recipients against the bare insert … select of the rows that it wrote, once; and
 * the memory of the process that takes them against that of one that takes 10,000.
 */
export const takeMillion: Benchmark = {
  name: 'take-1m',
  async run(setting) {
    const few = await addPeople(setting, SMALL);
    const many = await addPeople(setting, MILLION);
    await administer(setting.database, 'vacuum analyze');
    const small = await takenApart(setting, few);
    const large = await takenApart(setting, many);
    const baseline = await bareInsert(setting, large.id);
    const perSecond = (milliseconds: number) => (MILLION / milliseconds) * 1_000;
    return [
      {
        name: 'take-1m',
        unit: 'recipients/s',
        ours: perSecond(large.milliseconds),
        baseline: perSecond(baseline),
        ratio: baseline / large.milliseconds,
        aim: { least: 0.5 },
        facts: { peakMemoryMB: large.peakMemoryMB },
      },
      {
        name: 'take-1m-memory',
        unit: 'MB at most, of 1,000,000 and of 10,000',
        ours: large.peakMemoryMB,
        baseline: small.peakMemoryMB,
        ratio: large.peakMemoryMB / small.peakMemoryMB,
        aim: { most: 1.2 },
        facts: { peakMemoryMB: large.peakMemoryMB },
      },
      {
        name: 'take-1m-limit',
        unit: 'MB at most, of 1,000,000 and allowed',
        ours: large.peakMemoryMB,
        baseline: LIMIT,
        ratio: large.peakMemoryMB / LIMIT,
        aim: { most: 1 },
        facts: { peakMemoryMB: large.peakMemoryMB },
      },
    ];
  },
};

async function takenApart(
  { databaseUrl, account }: BenchmarkSetting,
  calendarId: string,
): Promise<z.infer<typeof taken>> {
  const child = fork(PROCESS, [account.id, calendarId], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl },
  });
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  return taken.parse(said);
}
