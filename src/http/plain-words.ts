import type { core } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: /*i18n*/ 'a text',
  number: /*i18n*/ 'a number',
  int: /*i18n*/ 'a whole number',
  boolean: /*i18n*/ 'true or false',
  object: /*i18n*/ 'an object',
  array: /*i18n*/ 'a list',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: /*i18n*/ 'an id as Headsup gives them',
  date: /*i18n*/ 'a day as in 2026-03-08',
  datetime: /*i18n*/ 'an instant as in 2026-03-08T14:00:00Z',
  email: /*i18n*/ 'an email address as in you@example.com',
};

/** Says what a field should be, for people, where its schema has no words of its own. */
export function plainWords(issue: core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return /*i18n*/ 'this is missing';
      return `this should be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `there is no field of the name ${issue.keys.map((key) => `“${key}”`).join(', ')}`;
    case 'too_big':
      return `at most ${amount(issue.maximum, issue.origin)}`;
    case 'too_small':
      return `at least ${amount(issue.minimum, issue.origin)}`;
    case 'invalid_format':
      return `this should be ${FORMATS[issue.format] ?? `of the form ${issue.format}`}`;
    case 'invalid_value':
      return `this should be ${issue.values.map(String).join(' or ')}`;
    case 'invalid_union':
      return nearestForm(issue.errors);
    default:
      return /*i18n*/ 'this is not right';
  }
}

function amount(limit: number | bigint, origin: string): string {
  const unit = { string: 'characters', array: 'entries' }[origin];
  return unit ? `${limit} ${unit}` : String(limit);
}

/** Of the forms that a value may have, what is wrong with the one whose fields it has. */
function nearestForm(forms: readonly (readonly core.$ZodIssue[])[]): string {
  const isMeant = (form: readonly core.$ZodIssue[]) =>
    form.every(({ code }) => code !== 'unrecognized_keys');
  const [issue] = forms.find(isMeant) ?? forms[0] ?? [];
  if (!issue) return /*i18n*/ 'this is not right';
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
}
