import type { Said, Sentence } from '../contract/said.ts';
import { customName, isCustomName } from './custom-name.ts';
import type { FieldBook } from './field-book.ts';
import { nearestName } from './nearest-name.ts';
import { inBraces, type Position, type TemplateProblem } from './template-problem.ts';

/** What is said where facts of an account are put out that nobody has given. */
const NOT_GIVEN = {
  'account.phone':
    /*i18n*/ 'Your business has not given a phone number yet: add it in Settings › Account.',
  'account.email':
    /*i18n*/ 'Your business has not given an email address yet: add it in Settings › Account.',
  'account.address':
    /*i18n*/ 'Your business has not given an address yet: add it in Settings › Account.',
  'account.website':
    /*i18n*/ 'Your business has not given a website yet: add it in Settings › Account.',
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
  const hint = suggestion
    ? { text: /*i18n*/ 'did you mean {code}?', values: { code: inBraces(suggestion) } }
    : hintAt(scope, keys);
  return {
    message: {
      text:
        scope === 'event'
          ? /*i18n*/ 'No appointment has a field {key}; {hint}'
          : /*i18n*/ 'No contact has a field {key}; {hint}',
      values: { key, hint },
    },
    ...at,
    field,
    ...(suggestion ? { suggestion } : {}),
  };
}

function hintAt(scope: string, keys: readonly string[]): Said {
  const names = keys.slice(0, 8).join(', ');
  if (keys.length > 8) return { text: /*i18n*/ 'there are {names} and more.', values: { names } };
  if (keys.length > 0) return { text: /*i18n*/ 'there are {names}.', values: { names } };
  return {
    text:
      scope === 'event'
        ? /*i18n*/ 'write “Label: value” on a line of its own in the calendar’s description.'
        : /*i18n*/ 'add the field to a contact first.',
  };
}

function emptyConstant(field: string, { constants }: FieldBook): Sentence | null {
  const sentence = Object.entries(NOT_GIVEN).find(([name]) => name === field)?.[1];
  const { account, user } = constants;
  if (sentence !== undefined) {
    const values: Readonly<Record<string, string>> = account;
    const value = values[field.slice('account.'.length)] ?? '';
    return value === '' ? sentence : null;
  }
  if (field === 'user.email' && user.email === '')
    return {
      text: /*i18n*/ 'Nobody is signed in here, so {code} is empty: write an address instead.',
      values: { code: inBraces(field) },
    };
  return null;
}
