import { t } from '@lingui/core/macro';
import type { Plan } from '../../../../src/contract/plan.ts';
import type { Draft } from './draft.ts';
import { type Person, personLabel } from './parse-people.ts';

/**
 * What is wrong with people typed into To, by their id: what the server refused outright, and whom
 * the plan leaves out on every channel or for an unusable address.
 */
export function personProblems(
  draft: Draft,
  plan: Plan | undefined,
  errors: ReadonlyMap<string, string>,
): Map<string, string> {
  const problems = new Map<string, string>();
  for (const [path, problem] of errors) {
    const index = /^audience\.people\.(\d+)/.exec(path)?.[1];
    const person = index === undefined ? undefined : draft.people[Number(index)];
    if (!person) continue;
    const name = personLabel(person);
    problems.set(person.id, t`${name}: ${problem}`);
  }
  for (const person of draft.people) {
    const said = plan && leftOut(person, draft, plan);
    if (said && !problems.has(person.id)) problems.set(person.id, said);
  }
  return problems;
}

function leftOut(person: Person, draft: Draft, plan: Plan): string | null {
  const { name, phone, email } = person;
  if (phone === undefined && email === undefined) {
    return t`${name}: add a number or an address; a name alone cannot be reached.`;
  }
  const wrong = plan.exclusions.find(
    ({ reason, detail }) =>
      reason === 'invalid_address' && detail !== '' && (detail === phone || detail === email),
  );
  if (wrong) {
    const typed = wrong.detail;
    return t`“${typed}” is not a usable number or address.`;
  }
  const useless =
    (phone === undefined && !draft.channels.includes('email')) ||
    (email === undefined && !draft.channels.some((channel) => channel !== 'email'));
  const who = personLabel(person);
  return useless ? t`${who} cannot be reached the chosen way.` : null;
}
