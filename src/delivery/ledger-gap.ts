import { goesOn, isSameHome, type ServerMark } from './server-mark.ts';

type Home = Pick<ServerMark, 'system' | 'timeline'>;

/** What the processes of a data folder have seen of a server, and until when they may have sent by it. */
export type Sighting = ServerMark & {
  until: Date;
  /** The folder's own name. */
  folder: string;
  /** How often they have said so; the ledger has this number too. */
  promises: number;
};

/** What was sent from a home in the time before `until` may be missing from the ledger. */
export type LedgerGap = Home & { until: Date };

/** What is known when a process looks where its ledger is. */
export type Findings = {
  here: ServerMark;
  /** Where the ledger itself was last at home; null: it is new. */
  home: Home | null;
  /** What this process, or one before it in its folder, has seen last; null: nothing. */
  seen: Sighting | null;
  /** How often its folder has promised, as the ledger remembers it; where nothing was seen, any folder. */
  promises: number;
  /** Gaps that are known already. */
  known: readonly LedgerGap[];
  /** No other process can have used this ledger: what was seen here is all. */
  isAlone: boolean;
  now: Date;
};

/**
 * The gaps that the findings prove, with the end of each. A ledger that is not where it was at home was
 * restored, copied or failed over; one that has written less than was seen, or does not know of a promise,
 * was set back. Where others
 * may have sent from the lost home, they may have done so until now.
 */
export function gapsOf(findings: Findings): LedgerGap[] {
  const { here, home, seen, promises, known, isAlone, now } = findings;
  const gaps: LedgerGap[] = [];
  if (seen && isSetBack(findings)) {
    const before = known.find((gap) => isSameHome(gap, seen));
    if (!before || before.until < seen.until) {
      gaps.push({ ...homeOf(seen), until: isAlone || before ? seen.until : now });
    }
  }
  // Sent from, by a folder that has forgotten: it was restored as well, without what it had seen.
  const isForgotten = !seen && isAlone && promises > 0;
  if (home && (isForgotten || !isSameHome(home, here)) && !(seen && isSameHome(seen, home))) {
    gaps.push({ ...homeOf(home), until: now });
  }
  return gaps;
}

/** Whether what was seen is not, or not all, in the ledger any more. */
export function isSetBack({ here, seen, promises }: Findings): boolean {
  return seen !== null && (!goesOn(here, seen) || promises < seen.promises);
}

function homeOf({ system, timeline }: Home): Home {
  return { system, timeline };
}
