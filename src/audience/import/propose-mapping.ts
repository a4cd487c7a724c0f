import { readEmailAddress } from '../../platform/email-address.ts';
import { foldText } from '../../platform/fold-text.ts';
import { readPhoneNumber } from '../../platform/phone-number.ts';
import {
  addressLabels,
  faxWords,
  headerTargets,
  mailWords,
  phoneOnlyLabels,
  phoneWords,
} from './header-words.ts';
import { readTarget } from './import-target.ts';

/** A column as it is shown to the person: its header and some of its values. */
export type Column = { header: string; samples: readonly string[] };

/**
 * What each column seems to be, by its header in English, Spanish, French or German, or by a target
 * written as one; where headers tell nothing, by its values. What is not known is left out, or becomes
 * a field of the account under its header where `keepRest` asks for that.
 */
export function proposeMapping(
  columns: readonly Column[],
  home: { country: string; keepRest: boolean },
): string[] {
  const known = columns.map(({ header }) => targetOf(header));
  const isFirstOfKind = (target: string, at: number) =>
    /^(?:phone|email|tags|label|ignore)/.test(target) || known.indexOf(target) === at;
  const proposed = known.map((target, at) =>
    target !== null && isFirstOfKind(target, at) ? target : null,
  );
  // “Nom” alone is the whole name; beside “Prénom” it is the last one. So is “Nombre” without “Apellidos”.
  const hasLast = proposed.includes('last_name');
  const hasFirst = proposed.includes('first_name');
  if (!proposed.includes('name') && hasLast !== hasFirst) {
    const alone = proposed.indexOf(hasLast ? 'last_name' : 'first_name');
    if (/^(?:nom|nombre)$/.test(folded(columns[alone]?.header ?? ''))) proposed[alone] = 'name';
  }
  const guessed = columns.map((column, at) => proposed[at] ?? byValues(column, home.country));
  if (!guessed.some((target) => target === 'name' || target?.endsWith('_name'))) {
    const texts = columns.findIndex(
      ({ header, samples }, at) =>
        guessed[at] === null && hasNoName(header) && samples.some((value) => /\p{L}/u.test(value)),
    );
    if (texts >= 0) guessed[texts] = 'name';
  }
  return columns.map(
    ({ header }, at) => guessed[at] ?? (home.keepRest ? `field:${header}` : 'ignore'),
  );
}

/** Whether a header is one that we know. */
export function isKnownHeader(header: string): boolean {
  return targetOf(header) !== null;
}

function targetOf(header: string): string | null {
  const written = header.replace(/ \(\d+\)$/, '').trim();
  const own = /^(?:\w+$|(?:phone|email|field):)/.test(written) ? readTarget(written) : null;
  if (own) return written;
  const text = folded(written);
  const exact = headerTargets.get(text);
  if (exact) return exact;
  const words = text.split(' ');
  const isGiven = (list: { has(word: string): boolean }) => words.some((word) => list.has(word));
  if (isGiven(faxWords)) return null;
  const isPhone = isGiven(phoneOnlyLabels) || isGiven(phoneWords);
  if (/ (?:label|type)$/.test(text)) return isPhone || isGiven(mailWords) ? 'label' : null;
  // More words than this are a sentence, such as “May we send you email about offers?”.
  if (words.length > 5) return null;
  if (isGiven(mailWords)) return `email${label(words, addressLabels)}`;
  if (!isPhone) return null;
  // “Customer number” holds no number that could be called.
  const isCertain = words.some(
    (word) => phoneOnlyLabels.has(word) || /^(?:tel|phone|fon|sms|whats)/.test(word),
  );
  if (!isCertain && words.length > 1) return null;
  return `phone${label(words, phoneOnlyLabels) || label(words, addressLabels)}`;
}

function label(words: readonly string[], labels: ReadonlyMap<string, string>): string {
  const found = words.map((word) => labels.get(word)).find((one) => one !== undefined);
  return found === undefined ? '' : `:${found}`;
}

/** Letters and digits in words; `E-Mail`, `e mail` and `Email` are the same. */
function folded(header: string): string {
  return foldText(header)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\be mail\b/g, 'email');
}

/** A column full of mailboxes or numbers is one of these, whatever it is called. */
function byValues({ header, samples }: Column, country: string): string | null {
  const text = folded(header).split(' ');
  if (samples.length === 0 || text.some((word) => faxWords.has(word))) return null;
  if (samples.every((value) => 'address' in readEmailAddress(value))) return 'email';
  // Amounts and customer numbers may look like a number; with a plus sign it is one.
  const isNumber = (value: string) => 'e164' in readPhoneNumber(value, country);
  const isPlain = hasNoName(header) || samples.every((value) => value.startsWith('+'));
  if (isPlain && samples.every(isNumber)) return 'phone';
  return null;
}

/** As columns are called where the file has no headers. */
function hasNoName(header: string): boolean {
  return /^Column \d+$/.test(header);
}
