import type { Account } from '../account/account.ts';
import { numberRules } from '../account/number-rules.ts';
import type { VersionedPolicy } from '../account/sending-policy.ts';
import type { Selection } from '../audience/candidates.ts';
import { readTypedPeople } from '../audience/typed-people.ts';
import type { FallbackStep } from '../contract/fallback.ts';
import type { PlanRequest } from '../contract/plan.ts';
import {
  type CompiledContent,
  type ContentProblem,
  compileContent,
} from '../message/compile-content.ts';
import { requiredPaths } from '../message/required-paths.ts';

/** A request whose texts are compiled and whose audience is ready to be asked for. */
export type Composed = {
  /** With the channels that go first. */
  selection: Selection;
  /** All channels that are written, those of fallbacks among them. */
  everyChannel: Selection['channels'];
  fallback: readonly FallbackStep[];
  compiled: CompiledContent;
  speaksOfAppointment: boolean;
  /** Of the policy by which its numbers are judged. */
  policyVersion: number;
};

/** Compiles the texts of a request and reads its typed people; the first thing that plan and broadcast do. */
export function compose(
  account: Account,
  request: PlanRequest,
  policy: VersionedPolicy,
): Composed | { problems: ContentProblem[] } {
  const result = compileContent(request.content);
  if ('problems' in result) return result;
  const { compiled } = result;
  const speaksOfAppointment = compiled.speaksOfAppointment;
  const fallback = request.fallback ?? [];
  const everyChannel = compiled.channels.map((channel) => ({
    channel,
    requiredPaths: requiredPaths(compiled, channel),
  }));
  return {
    compiled,
    speaksOfAppointment,
    policyVersion: policy.version,
    everyChannel,
    fallback,
    selection: {
      account,
      appointments: request.audience.appointments ?? null,
      people: readTypedPeople(request.audience.people, account),
      numbers: numberRules(policy, account.country),
      copyMode: request.copyMode ?? (speaksOfAppointment ? 'appointment' : 'person'),
      channels: everyChannel.filter(({ channel }) => fallback.every(({ to }) => to !== channel)),
    },
  };
}
