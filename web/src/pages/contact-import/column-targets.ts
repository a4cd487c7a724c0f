/** What a column may become, as one reads it. */
export const targetWords: readonly { value: string; label: string }[] = [
  { value: 'ignore', label: 'Leave out' },
  { value: 'name', label: 'Name' },
  { value: 'first_name', label: 'First name' },
  { value: 'last_name', label: 'Last name' },
  { value: 'title', label: 'Title (Dr., Ms.)' },
  { value: 'phone', label: 'Phone' },
  { value: 'email', label: 'Email' },
  { value: 'label', label: 'Label of the next column' },
  { value: 'company', label: 'Company' },
  { value: 'tags', label: 'Tags' },
  { value: 'notes', label: 'Notes' },
  { value: 'time_zone', label: 'Time zone' },
  { value: 'language', label: 'Language' },
];

/** The choices for a column: the usual ones, a field of one's own, and what it is now. */
export function targetsOf(header: string, target: string) {
  const own = header.trim() === '' ? [] : [`field:${header.trim()}`];
  const now = targetWords.some(({ value }) => value === target) || own.includes(target);
  const others = [...own, ...(now ? [] : [target])];
  return [...targetWords, ...others.map((value) => ({ value, label: inWords(value) }))];
}

function inWords(target: string): string {
  const [kind = '', ...rest] = target.split(':');
  const what = rest.join(':');
  if (kind === 'field') return `A field of your own: ${what}`;
  return `${kind === 'phone' ? 'Phone' : 'Email'}, ${what}`;
}
