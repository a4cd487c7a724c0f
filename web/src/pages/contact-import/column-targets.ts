import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';

/** What a column may become, as one reads it. */
const targetWords = [
  { value: 'ignore', label: msg({ message: 'Leave out', context: 'verb: a column' }) },
  { value: 'name', label: msg`Name` },
  { value: 'first_name', label: msg`First name` },
  { value: 'last_name', label: msg`Last name` },
  { value: 'title', label: msg`Title (Dr., Ms.)` },
  { value: 'phone', label: msg({ message: 'Phone', context: 'field: a number' }) },
  { value: 'email', label: msg({ message: 'Email', context: 'field: an address' }) },
  { value: 'label', label: msg`Label of the next column` },
  { value: 'company', label: msg`Company` },
  { value: 'tags', label: msg`Tags` },
  { value: 'notes', label: msg`Notes` },
  { value: 'time_zone', label: msg`Time zone` },
  { value: 'language', label: msg`Language` },
] as const;

/** The choices for a column: the usual ones, a field of one's own, and what it is now. */
export function targetsOf(header: string, target: string) {
  const own = header.trim() === '' ? [] : [`field:${header.trim()}`];
  const now = targetWords.some(({ value }) => value === target) || own.includes(target);
  const others = [...own, ...(now ? [] : [target])];
  return [
    ...targetWords.map(({ value, label }) => ({ value: value, label: i18n._(label) })),
    ...others.map((value) => ({ value, label: inWords(value) })),
  ];
}

function inWords(target: string): string {
  const [kind = '', ...rest] = target.split(':');
  const what = rest.join(':');
  if (kind === 'field') return t`A field of your own: ${what}`;
  return kind === 'phone'
    ? t({ message: `Phone, ${what}`, comment: 'A number with its label: “Phone, mobile”' })
    : t({ message: `Email, ${what}`, comment: 'An address with its label: “Email, home”' });
}
