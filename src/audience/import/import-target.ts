/** What a column becomes. A label is in the account's own words; an address without one gets none. */
export type ImportTarget =
  | { kind: 'ignore' }
  | { kind: 'label' }
  | { kind: 'tags' }
  | { kind: 'text'; field: TextField }
  | { kind: 'phone'; label: string }
  | { kind: 'email'; label: string }
  | { kind: 'field'; name: string };

export const textFields = [
  'name',
  'first_name',
  'last_name',
  'title',
  'company',
  'notes',
  'time_zone',
  'language',
] as const;
export type TextField = (typeof textFields)[number];

/** Reads a target as the API and the command line write it, such as `phone:mobile`; null: it is none. */
export function readTarget(text: string): ImportTarget | null {
  const field = textFields.find((one) => one === text);
  if (field) return { kind: 'text', field };
  if (text === 'ignore' || text === 'label' || text === 'tags') return { kind: text };
  const [, kind, label = ''] = /^(phone|email|field)(?::(.+))?$/su.exec(text) ?? [];
  if (kind === 'phone' || kind === 'email')
    return { kind, label: label.trim().slice(0, 50).trim() };
  return kind === 'field' && label.trim() !== ''
    ? { kind, name: label.trim().slice(0, 100).trim() }
    : null;
}
