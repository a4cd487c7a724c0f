import type { Account } from '../account/account.ts';
import { audienceZones } from '../audience/audience-zones.ts';
import type { Timing } from '../contract/timing.ts';
import type { Clock } from '../platform/clock.ts';
import { asEngineFor, type Database } from '../platform/database.ts';
import type { Composed } from '../schedule/selection.ts';
import { resolveSendTimes, type SendTimes } from '../schedule/send-times.ts';
import { HttpProblem } from './problems.ts';

/** When a request is to go out, null: now; throws the problem that asks for another time. */
export async function sendTimesOrRefuse(
  { database, clock }: { database: Database; clock: Clock },
  account: Account,
  { sendLater }: Timing,
  { selection }: Composed,
): Promise<SendTimes | null> {
  if (!sendLater) return null;
  const zones =
    sendLater.zone === 'recipient'
      ? await asEngineFor(database, account.id, (client) => audienceZones(client, selection))
      : [];
  const resolved = resolveSendTimes(sendLater, zones, account.timeZone, clock.now());
  if (!('problem' in resolved)) return resolved;
  const { problem, message } = resolved;
  throw new HttpProblem(problem, message, [{ path: 'sendLater.wall', message }]);
}
