import { readSendingPolicy, type VersionedPolicy } from '../account/sending-policy.ts';
import type { Queryable } from '../platform/database.ts';
import type { ClaimedDelivery, DueLane, Verdict } from './lane.ts';

/**
 * What the process looks at before the door, by the account's policy: what SQL cannot say of a
 * number or of an hour. The door compares the version, so that a policy that changed meanwhile holds.
 */
export type Judge = {
  policy: VersionedPolicy;
  /** What stands against sending this now; null: nothing. */
  verdictOn(delivery: ClaimedDelivery, now: Date): Verdict;
};

/** Reads the policy by which deliveries of a lane are judged. */
export async function readJudge(client: Queryable, lane: DueLane): Promise<Judge> {
  const policy = await readSendingPolicy(client, lane.accountId);
  return { policy, verdictOn: () => null };
}
