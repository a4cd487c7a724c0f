import { fieldKey } from '../platform/field-key.ts';
import { readLabel } from './people/label.ts';
import { textLines } from './people/text-lines.ts';

const MOST_FIELDS = 30;
const LONGEST_VALUE = 300;

/** A field of an event: its key, its label as written, and what it says. */
export type EventField = { key: string; label: string; value: string };

/**
 * The lines of a description that read `Label: value`, for `{{ event.fields.label }}`: the first of a
 * key counts. Lines that say who somebody is are no fields, nor are links. At most 30, of 300
 * characters each, so that no calendar makes a message endless.
 */
export function readFields(description: string): EventField[] {
  const found = new Map<string, EventField>();
  for (const line of textLines(description)) {
    const field = fieldOf(line);
    if (field && !found.has(field.key)) found.set(field.key, field);
    if (found.size === MOST_FIELDS) break;
  }
  return [...found.values()];
}

function fieldOf(line: string): EventField | null {
  const [, label, said] =
    /^[-*•\s]{0,5}(\p{L}[\p{L}\p{M}\p{N} .'’/()#&-]{0,39})[:=](?!\/\/)(.*)$/u.exec(line) ?? [];
  const value = said?.trim() ?? '';
  if (label === undefined || value === '' || label.trim().split(/\s+/).length > 5) return null;
  const key = fieldKey(label);
  if (key === null || readLabel(line).label !== null) return null;
  return { key, label: label.trim(), value: shortened(value) };
}

function shortened(value: string): string {
  return value.length <= LONGEST_VALUE ? value : value.slice(0, LONGEST_VALUE).toWellFormed();
}
