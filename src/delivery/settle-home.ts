import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { type Findings, gapsOf, isSetBack, type LedgerGap } from './ledger-gap.ts';
import { MARK, type MarkRow, markOf, type ServerMark } from './server-mark.ts';

const OPEN_GAP = sqlFile(import.meta.url, './sql/open-gap.sql');

type HomeRow = MarkRow & { homeSystem: string | null; homeTimeline: string | null };

/**
 * Finds out whether the ledger is at home, makes the server that it is on its home, and opens the gaps
 * that were found. The row of ledger_home is locked, so that of several processes the first one does
 * it and the others find it done.
 */
export async function settleHome(
  client: Queryable,
  { seen, isAlone, now }: Pick<Findings, 'seen' | 'isAlone' | 'now'>,
): Promise<{ here: ServerMark; gaps: LedgerGap[]; isSetBack: boolean }> {
  await client.query('select from ledger_home for update');
  const { rows } = await client.query<HomeRow>(
    `select h.system_identifier as "homeSystem", h.timeline as "homeTimeline", mark.*
       from ledger_home h cross join (select ${MARK}) mark`,
  );
  const [row] = rows;
  if (!row) throw new Error('ledger_home has one row');
  const { homeSystem, homeTimeline } = row;
  const here = markOf(row);
  const home =
    homeSystem === null || homeTimeline === null
      ? null
      : { system: homeSystem, timeline: homeTimeline };
  const known = await knownGaps(client);
  const promises = await promisesOf(client, seen?.folder ?? null);
  const findings = { here, home, seen, promises, known, isAlone, now };
  const gaps = gapsOf(findings);
  for (const gap of gaps) await openGap(client, gap, now);
  await client.query('update ledger_home set system_identifier = $1, timeline = $2, seen_at = $3', [
    here.system,
    here.timeline,
    now,
  ]);
  return { here, gaps, isSetBack: isSetBack(findings) };
}

async function knownGaps(client: Queryable): Promise<LedgerGap[]> {
  const { rows } = await client.query<LedgerGap>(
    'select system_identifier as system, timeline, until from ledger_gap',
  );
  return rows;
}

async function promisesOf(client: Queryable, folder: string | null): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    'select n from ledger_promise where folder = $1 or $1 is null order by n desc limit 1',
    [folder],
  );
  return rows[0]?.n ?? 0;
}

async function openGap(client: Queryable, gap: LedgerGap, now: Date): Promise<void> {
  await client.query(
    `insert into ledger_gap as g (system_identifier, timeline, until, found_at) values ($1, $2, $3, $4)
     on conflict (system_identifier, timeline)
     do update set until = greatest(g.until, excluded.until), found_at = excluded.found_at`,
    [gap.system, gap.timeline, gap.until, now],
  );
  await client.query(OPEN_GAP, [gap.until, now]);
}
