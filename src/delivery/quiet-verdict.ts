import type { VersionedPolicy } from '../account/sending-policy.ts';
import type { Queryable } from '../platform/database.ts';
import { QuietHours } from '../schedule/quiet-hours.ts';
import { STALENESS } from './hand-over.ts';
import type { ClaimedDelivery, DueLane, Verdict } from './lane.ts';

/** Whether it is a quiet hour where the recipient is, or may be: then the delivery waits for its end. */
export type QuietVerdict = (delivery: ClaimedDelivery, now: Date) => Verdict;

/** The quiet hours of a lane's channel, unless somebody set them aside for the broadcast. */
export async function quietVerdictOf(
  client: Queryable,
  lane: DueLane,
  { quietHours }: VersionedPolicy,
): Promise<QuietVerdict> {
  if (!quietHours?.channels.includes(lane.channel)) return () => null;
  const { rows } = await client.query<{ home: string; isSetAside: boolean }>(
    `select a.time_zone as home, b.quiet_override_by is not null as "isSetAside"
       from broadcast b join account a on a.id = b.account_id
      where b.account_id = $1 and b.id = $2`,
    [lane.accountId, lane.broadcastId],
  );
  const [row] = rows;
  if (!row) throw new Error(`There is no broadcast ${lane.broadcastId}`);
  if (row.isSetAside) return () => null;
  const hours = new QuietHours(quietHours, row.home);
  // What is opened now may be handed over a moment later: that must be permitted too.
  const hoursThen = new QuietHours(quietHours, row.home);
  return ({ timeZones }, now) => {
    const then = new Date(now.getTime() + STALENESS);
    const until = hours.quietUntil(timeZones, now) ?? hoursThen.quietUntil(timeZones, then);
    return until && { until, why: 'quiet_hours' };
  };
}
