import { type NumberRules, numberProblem, numberRules } from '../account/number-rules.ts';
import { readSendingPolicy, type VersionedPolicy } from '../account/sending-policy.ts';
import type { Queryable } from '../platform/database.ts';
import { numberFacts } from '../platform/number-facts.ts';
import type { ClaimedDelivery, DueLane, Verdict } from './lane.ts';
import { quietVerdictOf } from './quiet-verdict.ts';

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
  const rules = await changedRules(client, lane, policy);
  const quietVerdict = await quietVerdictOf(client, lane, policy);
  const alarm = (await alarmAnswered(client, lane)) ? null : policy.personHourly;
  return {
    policy: { ...policy, personHourly: alarm },
    verdictOn: (delivery, now) =>
      (rules && numberVerdict(delivery.address, rules)) ?? quietVerdict(delivery, now),
  };
}

/** Whether somebody has let this broadcast go on in spite of an alarm. */
async function alarmAnswered(client: Queryable, lane: DueLane): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from lane where account_id = $1 and id = $2 and alarm_answered_by is not null',
    [lane.accountId, lane.id],
  );
  return rowCount === 1;
}

/**
 * The rules for numbers, where they are not those by which the broadcast's numbers were judged when
 * they were taken: reading a number costs more than all the rest of a delivery here. Those of a
 * fallback were not judged then.
 */
async function changedRules(
  client: Queryable,
  lane: DueLane,
  policy: VersionedPolicy,
): Promise<NumberRules | null> {
  if (lane.channel === 'email') return null;
  const { rows } = await client.query<{ country: string; judgedBy: number | null }>(
    `select a.country, b.policy_version as "judgedBy"
       from broadcast b join account a on a.id = b.account_id
      where b.account_id = $1 and b.id = $2`,
    [lane.accountId, lane.broadcastId],
  );
  const [row] = rows;
  if (!row || (row.judgedBy === policy.version && lane.fallbackFor === null)) return null;
  return numberRules(policy, row.country);
}

function numberVerdict(address: string, rules: NumberRules): Verdict {
  const problem = numberProblem(numberFacts(address), rules);
  return problem === null ? null : { shut: problem };
}
