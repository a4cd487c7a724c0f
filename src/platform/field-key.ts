import { foldText } from './fold-text.ts';

const LONGEST = 40;

/**
 * The key under which a custom field is named in a text: letters of any script, digits and `_`, at most
 * 40, a letter first. `Booking Ref.` becomes `booking_ref`. Null where nothing of a label is left.
 */
export function fieldKey(label: string): string | null {
  const key = foldText(label.slice(0, 200))
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^[_\p{N}]+/u, '')
    .slice(0, LONGEST)
    .replace(/_+$/, '')
    .toWellFormed();
  return /^\p{L}/u.test(key) ? key : null;
}
