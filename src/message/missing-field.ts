import { customName, isCustomName } from './custom-name.ts';
import type { FieldBook } from './field-book.ts';
import { nearestName } from './nearest-name.ts';
import type { Position, TemplateProblem } from './template-problem.ts';

/** Where the facts of an account are given, for those that may be empty. */
const FACTS = {
  'account.phone': /*i18n*/ 'a phone number',
  'account.email': /*i18n*/ 'an email address',
  'account.address': /*i18n*/ 'an address',
  'account.website': /*i18n*/ 'a website',
} as const;

/**
 * What a text names and nobody has: custom fields that no calendar and no address book brought along,
 * and, put out as they are, facts of the account or the writer that are empty.
 */
export function missingFields(
  fields: ReadonlyMap<string, Position>,
  putOut: ReadonlySet<string>,
  book: FieldBook,
): TemplateProblem[] {
  const custom = new Set(book.customFields.map(customName));
  const problems: TemplateProblem[] = [];
  for (const [field, at] of fields) {
    if (isCustomName(field) && !custom.has(field)) problems.push(unknownCustom(field, custom, at));
    const message = putOut.has(field) ? emptyConstant(field, book) : null;
    if (message !== null) problems.push({ message, ...at });
  }
  return problems;
}

function unknownCustom(field: string, custom: ReadonlySet<string>, at: Position): TemplateProblem {
  const [scope = ''] = field.split('.');
  const key = field.slice(field.lastIndexOf('.') + 1);
  const own = [...custom].filter((name) => name.startsWith(`${scope}.`));
  const keys = own.map((name) => name.slice(name.lastIndexOf('.') + 1));
  const near = nearestName(key, keys);
  const suggestion = near === null ? undefined : `${scope}.fields.${near}`;
  const source = scope === 'event' ? 'appointment' : 'contact';
  const hint = suggestion
    ? `did you mean {{ ${suggestion} }}?`
    : keys.length > 0
      ? `there are ${keys.slice(0, 8).join(', ')}${keys.length > 8 ? ' and more' : ''}.`
      : scope === 'event'
        ? /*i18n*/ 'write “Label: value” on a line of its own in the calendar’s description.'
        : /*i18n*/ 'add the field to a contact first.';
  return {
    message: `No ${source} has a field ${key}; ${hint}`,
    ...at,
    field,
    ...(suggestion ? { suggestion } : {}),
  };
}

function emptyConstant(field: string, { constants }: FieldBook): string | null {
  const fact = Object.entries(FACTS).find(([name]) => name === field)?.[1];
  const { account, user } = constants;
  if (fact !== undefined) {
    const values: Readonly<Record<string, string>> = account;
    const value = values[field.slice('account.'.length)] ?? '';
    return value === ''
      ? `Your business has not given ${fact} yet: add it in Settings › Account.`
      : null;
  }
  if (field === 'user.email' && user.email === '')
    return 'Nobody is signed in here, so {{ user.email }} is empty: write an address instead.';
  return null;
}
