import { plural, t } from '@lingui/core/macro';
import type { PlanLookups } from '../../../../src/contract/plan.ts';
import { money } from '../../format/money.ts';

/** What is known of numbers that may be landlines, what it costs to know more, and who is paid. */
export function lookupsInWords(lookups: PlanLookups, isOwner: boolean): string[] {
  const { unknown, answered, unanswered, leftToday } = lookups;
  const sentences: string[] = [];
  if (unknown > 0) {
    sentences.push(
      t`${plural(unknown, { one: '# number may be a landline or a mobile.', other: '# numbers may be landlines or mobiles.' })}`,
      leftToday === 0
        ? t`No more numbers are looked up today: an owner may allow more under Settings.`
        : lookingUp(lookups, isOwner),
    );
  }
  if (answered > 0) {
    sentences.push(
      t`${plural(answered, { one: '# number was looked up.', other: '# numbers were looked up.' })}`,
    );
  }
  if (unanswered > 0) {
    sentences.push(
      t`${plural(unanswered, {
        one: '# number could not be looked up: the text goes first, and the call if it cannot reach it.',
        other:
          '# numbers could not be looked up: the text goes first, and the call if it cannot reach them.',
      })}`,
    );
  }
  return sentences;
}

/** Who looks up how many, when, and for what: of all that are not known, or of as many as the day allows. */
function lookingUp(
  { unknown, leftToday, provider, cost, whenSent }: PlanLookups,
  isOwner: boolean,
): string {
  const price = money(cost);
  if (leftToday < unknown) {
    if (whenSent) {
      return t`${plural(leftToday, {
        one: `# of them will be looked up when it is sent, for about ${price}, paid to ${provider}.`,
        other: `# of them will be looked up when it is sent, for about ${price}, paid to ${provider}.`,
      })}`;
    }
    return isOwner
      ? t`${plural(leftToday, {
          one: `# of them can be looked up, for about ${price}, paid to ${provider}.`,
          other: `# of them can be looked up, for about ${price}, paid to ${provider}.`,
        })}`
      : t`${plural(leftToday, {
          one: `# of them can be looked up by an owner, for about ${price}, paid to ${provider}.`,
          other: `# of them can be looked up by an owner, for about ${price}, paid to ${provider}.`,
        })}`;
  }
  if (whenSent) {
    return t`${plural(unknown, {
      one: `It will be looked up when it is sent, for about ${price}, paid to ${provider}.`,
      other: `They will be looked up when it is sent, for about ${price}, paid to ${provider}.`,
    })}`;
  }
  return isOwner
    ? t`${plural(unknown, {
        one: `It can be looked up, for about ${price}, paid to ${provider}.`,
        other: `They can be looked up, for about ${price}, paid to ${provider}.`,
      })}`
    : t`${plural(unknown, {
        one: `It can be looked up by an owner, for about ${price}, paid to ${provider}.`,
        other: `They can be looked up by an owner, for about ${price}, paid to ${provider}.`,
      })}`;
}
