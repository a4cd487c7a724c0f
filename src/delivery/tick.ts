import type { Pool, QueryConfig } from 'pg';
import type { VersionedPolicy } from '../account/sending-policy.ts';
import { inOneTrip } from '../platform/one-trip.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { storableText } from '../platform/storable-text.ts';
import type { Answer } from './answer.ts';
import type { HomeWatch } from './home-watch.ts';
import type { DueLane, OpenedAttempt, Verdict } from './lane.ts';

const TICK = sqlFile(import.meta.url, './sql/tick.sql');

/** Characters kept of a provider's id of a message, of its code, and of its words. */
const LONGEST_REF = 500;
const LONGEST_CODE = 100;
const LONGEST_ANSWER = 1_000;

/** What one tick does: close what was answered, open what comes next. */
export type Tick = {
  lane: DueLane;
  /** Who is called for what is opened; null where nothing is. */
  providerId: string | null;
  now: Date;
  /** When an attempt opened now is given up on. */
  windowUntil: Date;
  /** Deliveries, each under its claim, with what the process found of it. */
  open: readonly { id: string; claimId: string; verdict: Verdict }[];
  /** By which policy it found so. */
  policy: Pick<VersionedPolicy, 'version' | 'personHourly'> | null;
  /** By which speed of the lane, in messages a minute; null or absent: as fast as it goes. */
  perMinute?: number | null;
  close: readonly Answer[];
};

/** What a tick opened, and on what the door was shut; `stale` and the like are words of tick.sql. */
export type Ticked = {
  opened: OpenedAttempt[];
  turnedAway: { deliveryId: string; shut: string }[];
};

type Row = Omit<OpenedAttempt, 'attemptId'> & { attemptId: string | null; shut: string | null };

/**
 * Commits a tick. Only after this may a provider be called for what it opened: less than was asked
 * for where the door was shut on some. Throws a LedgerMoved, and leaves nothing, where `home` finds the
 * ledger set back.
 */
export async function commitTick(pool: Pool, tick: Tick, home: HomeWatch): Promise<Ticked> {
  await home.promise(tick.now);
  const statements = [home.entry(tick.lane.accountId), statementOf(tick)];
  const [entered, ticked] = await inOneTrip(pool, statements).catch((error: unknown) => {
    throw home.refused(error);
  });
  home.entered(entered?.rows ?? []);
  // The rows are of tick.sql.
  return sorted((ticked?.rows ?? []) as Row[]);
}

function statementOf(tick: Tick): QueryConfig {
  const { lane, open, close, policy } = tick;
  return {
    name: 'tick',
    text: TICK,
    values: [
      lane.accountId,
      lane.id,
      tick.providerId,
      tick.now,
      open.map(({ claimId }) => claimId),
      tick.windowUntil,
      open.map(({ id }) => id),
      close.map((a) => a.attempt.attemptId),
      close.map((a) => a.attempt.deliveryId),
      close.map((a) => a.outcome),
      close.map((a) => storableText(a.providerRef, LONGEST_REF)),
      close.map((a) => a.reason),
      close.map((a) => storableText(a.code, LONGEST_CODE)),
      close.map((a) => storableText(a.answer, LONGEST_ANSWER)),
      close.map((a) => a.retryAt),
      close.map((a) => a.settleAt),
      open.map(({ verdict }) => (verdict && 'shut' in verdict ? verdict.shut : null)),
      open.map(({ verdict }) => (verdict && 'until' in verdict ? verdict.until : null)),
      open.map(({ verdict }) => (verdict && 'until' in verdict ? verdict.why : null)),
      policy?.version ?? null,
      policy?.personHourly ?? null,
      tick.perMinute ?? null,
      close.map((a) => a.uniqueAt),
    ],
  };
}

function sorted(rows: readonly Row[]): Ticked {
  const ticked: Ticked = { opened: [], turnedAway: [] };
  for (const { attemptId, shut, ...rest } of rows) {
    if (attemptId !== null) ticked.opened.push({ attemptId, ...rest });
    else ticked.turnedAway.push({ deliveryId: rest.deliveryId, shut: shut ?? '' });
  }
  return ticked;
}
