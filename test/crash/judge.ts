import type { Carrier } from './carrier/carrier.ts';
import { areCountsRight, type Ledger, ledgerRows } from './ledger.ts';
import { personAt } from './people.ts';
import type { Settings } from './settings.ts';
import { findings } from './verdict.ts';

/** The line that a run ends with, and whether all of its promise held. */
export type Judgement = {
  messages: number;
  kills: number;
  dbCrashes: number;
  duplicates: number;
  lost: number;
  uncertain: number;
  seed: number;
  holds: boolean;
};

/** A run that has come to its end. */
export type Ended = {
  carrier: Carrier;
  ledger: Ledger;
  /** Whether everything came to rest in time. */
  settled: boolean;
  kills: number;
  dbCrashes: number;
  /** Workers that ended by themselves. */
  falls: number;
};

/** Compares book and ledger, and says what was looked at. */
export async function judge(
  settings: Settings,
  { carrier, ledger, settled, kills, dbCrashes, falls }: Ended,
  say: (line: string) => void,
): Promise<Judgement> {
  const { book } = carrier;
  const rows = await ledgerRows(ledger);
  const byPerson = new Map(rows.map((row) => [personAt(carrier.channel, row.address), row]));
  const found = findings(
    settings.messages,
    (person) => book.timesOf(person),
    (person) => byPerson.get(person),
  );
  const { duplicates, lost, uncertain } = found;
  const bound = mostUncertain(settings, carrier, kills, dbCrashes);
  const promises: readonly (readonly [string, boolean])[] = [
    ['all came to rest', settled],
    ['nobody got two', duplicates === 0],
    ['nobody was lost', lost === 0],
    [`${uncertain} uncertain, at most ${bound}`, uncertain <= bound],
    ['nobody who was reached is shown as not reached', found.wronglyFailed === 0],
    ['every message came to whom it names', book.astray === 0],
    ['each person has one delivery', rows.length === settings.messages],
    ['the counts are those of the rows', await areCountsRight(ledger)],
    ['no worker ended by itself', falls === 0],
    ['all crashes happened', kills === settings.kills && dbCrashes === settings.dbCrashes],
  ];
  for (const [promise, held] of promises) say(`${held ? 'held' : 'BROKEN'}: ${promise}`);
  say(
    `${book.taken} taken, ${found.failed} not reached with a reason, ${book.repliesLost} replies lost`,
  );
  const { messages, seed } = settings;
  const holds = promises.every(([, held]) => held);
  return { messages, kills, dbCrashes, duplicates, lost, uncertain, seed, holds };
}

/**
 * What may remain for a person. Nothing where the carrier can be asked. Elsewhere: what was on the wire
 * when a worker was killed or stood still, at most a window; as much of each worker when the commit that opened it was
 * cut by a crash of the database; and each reply that the carrier itself lost.
 */
function mostUncertain(
  { workers, stalls }: Settings,
  { canBeAsked, window, book }: Carrier,
  kills: number,
  dbCrashes: number,
): number {
  return canBeAsked ? 0 : window * (kills + stalls + workers * dbCrashes) + book.repliesLost;
}
