import { nationalDigits } from '../../platform/phone-number.ts';

/** Stands where something of an erased person stood; it is no number, address or name, and is found nowhere. */
export const ERASED = '(erased)';

/** Digits may be written with any of these between them. */
const BETWEEN = '[\\s().\\/–-]{0,3}';

/**
 * Makes a function that puts `(erased)` wherever a text names one of these: a number in any way of writing it,
 * a mailbox, a full name in either order; without regard to case.
 */
export function blanker(
  names: readonly string[],
  addresses: readonly string[],
): (text: string) => string {
  const patterns = [...addresses.flatMap(patternsOfAddress), ...names.flatMap(patternsOfName)];
  if (patterns.length === 0) return (text) => text;
  // The longest first, so that no part of a longer one is left.
  const any = patterns.sort((a, b) => b.length - a.length).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(pattern, ERASED);
}

/** The same in every text of a JSON value. */
export function blankIn(value: unknown, blank: (text: string) => string): unknown {
  if (typeof value === 'string') return blank(value);
  if (Array.isArray(value)) return value.map((one) => blankIn(one, blank));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, blankIn(one, blank)]));
}

function patternsOfAddress(address: string): string[] {
  if (!address.startsWith('+')) return [`(?<![._%+-])${escaped(address)}`];
  const digits = address.slice(1);
  const national = nationalDigits(address);
  const spread = [digits, national]
    .filter((one) => one.length > 5)
    .map((one) => `\\(?${[...one].join(BETWEEN)}`);
  return [`\\+${spread[0]}`, ...spread];
}

function patternsOfName(name: string): string[] {
  const words = name
    .split(/[\s,]+/u)
    .filter((word) => word !== '')
    .map(escaped);
  const [first = '', ...rest] = words;
  if (first === '') return [];
  const turned = rest.length === 0 ? [] : [[rest.at(-1) ?? '', first, ...rest.slice(0, -1)]];
  return [words, [...rest, first], ...turned].map((order) => order.join('[\\s,]+'));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
