/** What a page or a script begins with, whatever stands before it. */
const MARKUP =
  /<\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed|meta|link|style|xml|\?xml|\?php)|^\s*#!/i;
/** Bytes that texts do not have: all control characters but tab, line feed, form feed and carriage return. */
const BINARY = /(?![\t\n\f\r])\p{Cc}/u;

/**
 * Which kind of text a file is, by its content and, where that leaves it open, by what its name says;
 * `markup` for what a browser would run, null where it is no text (in UTF-8).
 */
export function textType(bytes: Uint8Array, extension: string): string | 'markup' | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  if (BINARY.test(text)) return null;
  if (/^\s*BEGIN:VCALENDAR\r?\n/i.test(text)) return 'text/calendar';
  if (/^\s*BEGIN:VCARD\r?\n/i.test(text)) return 'text/vcard';
  if (MARKUP.test(text)) return 'markup';
  return extension === 'csv' ? 'text/csv' : 'text/plain';
}
