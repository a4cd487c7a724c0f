import type { Account } from '../account/account.ts';
import { numberRules } from '../account/number-rules.ts';
import type { VersionedPolicy } from '../account/sending-policy.ts';
import type { Selection } from '../audience/candidates.ts';
import { readTypedPeople } from '../audience/typed-people.ts';
import type { PlanRequest } from '../contract/plan.ts';
import {
  type CompiledContent,
  type ContentProblem,
  compileContent,
} from '../message/compile-content.ts';
import { emptyFieldPath } from '../message/empty-field.ts';

/** A request whose texts are compiled and whose audience is ready to be asked for. */
export type Composed = {
  selection: Selection;
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
  return {
    compiled,
    speaksOfAppointment,
    policyVersion: policy.version,
    selection: {
      account,
      appointments: request.audience.appointments ?? null,
      people: readTypedPeople(request.audience.people, account.country),
      numbers: numberRules(policy, account.country),
      copyMode: request.copyMode ?? (speaksOfAppointment ? 'appointment' : 'person'),
      channels: compiled.channels.map((channel) => ({
        channel,
        requiredPaths:
          compiled.messages[channel]?.required.map((field) => emptyFieldPath(field).join('.')) ??
          [],
      })),
    },
  };
}
