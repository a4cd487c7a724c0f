/** Where a ledger lives, and how far its server had written when it was looked at. */
export type ServerMark = {
  /** Of the cluster, given by initdb. */
  system: string;
  /** Eight hex digits; another one after each failover or recovery to a point in time. */
  timeline: string;
  /** Bytes of write-ahead log that were safely on disk; less after a rollback. */
  lsn: bigint;
};

/**
 * The columns that make a mark, to be selected by any statement on a server that is not a standby. The
 * log that is flushed, not what was inserted: that may be lost in a crash, which is no rollback. The
 * control file's own timeline lags behind a promotion, the name of the current segment does not.
 */
export const MARK = `(select system_identifier::text from pg_control_system()) as system,
  left(pg_walfile_name(pg_current_wal_flush_lsn()), 8) as timeline,
  (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::text as lsn`;

export type MarkRow = { system: string; timeline: string; lsn: string };

export function markOf({ system, timeline, lsn }: MarkRow): ServerMark {
  return { system, timeline, lsn: BigInt(lsn) };
}

/** Whether two marks are of the same server on the same timeline. */
export function isSameHome(
  one: Pick<ServerMark, 'system' | 'timeline'>,
  other: Pick<ServerMark, 'system' | 'timeline'>,
): boolean {
  return one.system === other.system && one.timeline === other.timeline;
}

/** Whether a server may be where it was seen before, and has lost nothing since. */
export function goesOn(here: ServerMark, seen: ServerMark): boolean {
  return isSameHome(here, seen) && here.lsn >= seen.lsn;
}
