// Newlines and tabs would break the line that a value is merged into; all other control characters,
// and the invisible ones that turn the direction of writing, could only deceive.
const suspect = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const hidden = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** UTF-16 units; longer than any honest name or place, and short enough to stand in a text many times. */
const longest = 500;

/**
 * A value from a calendar or an address book, fit to stand inside a line of text: line breaks become
 * one space, control characters and direction marks are dropped, half a surrogate pair becomes U+FFFD,
 * and what is longer than 500 units ends in an ellipsis there.
 */
export function cleanValue(value: string): string {
  const bounded = value.length > longest ? shortened(value) : value;
  if (!suspect.test(bounded)) return bounded;
  return bounded.replace(breaks, ' ').replace(hidden, '').toWellFormed();
}

/** Ends between two characters as people see them: an accent or a family stays whole, or goes whole. */
function shortened(value: string): string {
  const head = value.slice(0, longest - 3);
  const [...tail] = graphemes.segment(head.slice(-tailLength));
  const last = tail.at(-1)?.index ?? 0;
  // A "character" of a hundred marks is no character: it is cut.
  const kept = last === 0 ? head : head.slice(0, head.length - tailLength + last);
  return `${kept.toWellFormed().trimEnd()}...`;
}

const tailLength = 100;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
