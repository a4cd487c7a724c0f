// Newlines and tabs would break the line that a value is merged into; all other control characters,
// and the invisible ones that turn the direction of writing, could only deceive.
const suspect = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const hidden = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A value from a calendar or an address book, fit to stand inside a line of text: line breaks become
 * one space, control characters and direction marks are dropped, half a surrogate pair becomes U+FFFD.
 */
export function cleanValue(value: string): string {
  if (!suspect.test(value)) return value;
  return value.replace(breaks, ' ').replace(hidden, '').toWellFormed();
}
