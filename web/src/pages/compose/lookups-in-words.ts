import type { PlanLookups } from '../../../../src/contract/plan.ts';
import { count, counted } from '../../format/count.ts';
import { money } from '../../format/money.ts';

/** What is known of numbers that may be landlines, what it costs to know more, and who is paid. */
export function lookupsInWords(
  { unknown, answered, unanswered, provider, cost, leftToday, whenSent }: PlanLookups,
  isOwner: boolean,
): string[] {
  const price = `about ${money(cost)}, paid to ${provider}`;
  const sentences: string[] = [];
  if (unknown > 0) {
    sentences.push(
      `${counted(unknown, 'number')} may be ${unknown === 1 ? 'a landline or a mobile' : 'landlines or mobiles'}.`,
      leftToday === 0
        ? 'No more numbers are looked up today: an owner may allow more under Settings.'
        : `${howMany(unknown, leftToday)} ${wayOf(whenSent, isOwner)}, for ${price}.`,
    );
  }
  if (answered > 0) {
    sentences.push(`${counted(answered, 'number was', 'numbers were')} looked up.`);
  }
  if (unanswered > 0) {
    sentences.push(
      `${counted(unanswered, 'number')} could not be looked up: the text goes first, and the call if it cannot reach ${unanswered === 1 ? 'it' : 'them'}.`,
    );
  }
  return sentences;
}

function howMany(unknown: number, leftToday: number): string {
  if (leftToday < unknown) return `${count(leftToday)} of them`;
  return unknown === 1 ? 'It' : 'They';
}

function wayOf(whenSent: boolean, isOwner: boolean): string {
  if (whenSent) return 'will be looked up when it is sent';
  return isOwner ? 'can be looked up' : 'can be looked up by an owner';
}
