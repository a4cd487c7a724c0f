import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { asEngine } from '../src/platform/database.ts';
import { type Benchmark, timed } from './benchmark.ts';
import type { BenchmarkSetting } from './setting.ts';

const PROCESS = fileURLToPath(new URL('./import-process.ts', import.meta.url));
/** Enough for the young generation of V8's heap to have grown to its bound, as in any process that does much. */
const SMALL = 20_000;
const LARGE = 100_000;

const imported = z.object({
  id: z.string(),
  receiving: z.number(),
  checking: z.number(),
  writing: z.number(),
  peakMemoryMB: z.number(),
  created: z.int(),
  refused: z.int(),
});

/**
 * Importing a CSV file of 100,000 contacts of which every hundredth is bad (receiving, checking,
 * writing, matching) against the bare insert … select of the rows that it wrote; and the memory of the
 * process that does it against that of one that imports 20,000.
 */
export const importFile: Benchmark = {
  name: 'import',
  async run(setting) {
    const small = await importedApart(setting, SMALL);
    const large = await importedApart(setting, LARGE);
    const baseline = await bareInsert(setting);
    const ours = large.receiving + large.checking + large.writing;
    const perSecond = (milliseconds: number) => (large.created / milliseconds) * 1_000;
    const { receiving, checking, writing, created, refused, peakMemoryMB } = large;
    return [
      {
        name: 'import',
        unit: 'rows/s',
        ours: perSecond(ours),
        baseline: perSecond(baseline),
        ratio: baseline / ours,
        aim: { least: 0.1 },
        facts: { created, refused, receiving, checking, writing, peakMemoryMB },
      },
      {
        name: 'import-memory',
        unit: `MB at most, of ${LARGE} and of ${SMALL} rows`,
        ours: peakMemoryMB,
        baseline: small.peakMemoryMB,
        ratio: peakMemoryMB / small.peakMemoryMB,
        aim: { most: 1.2 },
        facts: { peakMemoryMB },
      },
    ];
  },
};

async function importedApart(
  { databaseUrl, account }: BenchmarkSetting,
  rows: number,
): Promise<z.infer<typeof imported>> {
  const child = fork(PROCESS, [account.id, String(rows)], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl },
  });
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  return imported.parse(said);
}

/** Milliseconds for the same contacts, addresses and tags once more, under new ids made beforehand. */
function bareInsert({ database, account }: BenchmarkSetting): Promise<number> {
  return asEngine(database, async (client) => {
    await client.query(
      `create temp table copied on commit drop as
         select uuidv7() as new_id, c.* from contact c where account_id = $1 and notes like 'large%'`,
      [account.id],
    );
    await client.query('analyze copied');
    await client.query(
      `create temp table copied_address on commit drop as
         select c.new_id, a.* from copied c join contact_address a on a.account_id = $1 and a.contact_id = c.id`,
      [account.id],
    );
    await client.query(
      `create temp table copied_tag on commit drop as
         select c.new_id, t.* from copied c join contact_tag t on t.account_id = $1 and t.contact_id = c.id`,
      [account.id],
    );
    return timed(async () => {
      await client.query(
        `insert into contact (account_id, id, name, first_name, last_name, title, company, notes, time_zone, language,
                              fields, list_name, search_text, created_at, changed_at)
         select account_id, new_id, name, first_name, last_name, title, company, notes, time_zone, language,
                fields, list_name, search_text, created_at, changed_at from copied`,
      );
      await client.query(
        `insert into contact_address (account_id, contact_id, kind, address, label, position, phone_country, phone_is_premium)
         select account_id, new_id, kind, address, label, position, phone_country, phone_is_premium from copied_address`,
      );
      await client.query(
        `insert into contact_tag (account_id, contact_id, tag, tag_key)
         select account_id, new_id, tag, tag_key from copied_tag`,
      );
    });
  });
}
