import { readAccount } from '../../account/account.ts';
import { asEngineFor } from '../../platform/database.ts';
import { english } from '../../platform/english.ts';
import type { Log } from '../../platform/log.ts';
import { lockTaking, selectionOf } from '../../schedule/take-broadcast.ts';
import { unknownNumbers } from '../../schedule/unknown-numbers.ts';
import { durabilityProblem } from '../durability.ts';
import { type LookupTools, lookUpNumbers } from './look-up-numbers.ts';

/** Numbers in one run, at most: what is left stays unknown. */
export const MOST_NUMBERS = 10_000;

/**
 * Looks up the numbers on which text or call depends, where a new broadcast waits for that, and lets it be
 * taken, whatever came of it: whose number stays unknown gets the text, and is called if that fails for
 * this reason.
 */
export async function lookUpFor(
  tools: LookupTools,
  log: Log,
  accountId: string,
  broadcastId: string,
): Promise<void> {
  const { database, clock } = tools;
  try {
    // A claim that a crash may forget is paid for twice.
    const unsafe = await durabilityProblem(database.engine);
    if (unsafe) throw new Error(english(unsafe));
    const account = await readAccount(database.engine, accountId);
    const waiting = await asEngineFor(database, accountId, async (client) => {
      const taking = await lockTaking(client, accountId, broadcastId, 'taking');
      if (!taking?.lookupUntil) return null;
      const selection = await selectionOf(client, account, taking, clock.now());
      const numbers = await unknownNumbers(client, selection, MOST_NUMBERS);
      return { numbers, until: taking.lookupUntil };
    });
    if (waiting) await lookUpNumbers(tools, account, waiting.numbers, waiting.until);
  } catch (error) {
    log.warn({ error, broadcast: broadcastId }, 'look-ups: numbers stay unknown');
  }
  await database.engine.query(
    'update broadcast set lookup_until = null where account_id = $1 and id = $2 and lookup_until is not null',
    [accountId, broadcastId],
  );
}
