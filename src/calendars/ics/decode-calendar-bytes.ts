import type { Sentence } from '../../contract/said.ts';
import { otherKindOf } from '../../platform/other-kind.ts';

/**
 * The text of an uploaded .ics file, without its byte order mark: RFC 5545 3.1.4 says UTF-8.
 * `unreadable` is a sentence that says what the file seems to be and what to do. It looks at no more
 * than the beginning before it decides that this is no calendar.
 */
export function decodeCalendarBytes(
  bytes: Uint8Array,
): { text: string } | { unreadable: Sentence } {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (start.trim() === '')
    return {
      unreadable:
        /*i18n*/ 'The file is empty. Export the calendar as an iCalendar file (.ics) and upload that.',
    };
  if (/^(?:\xff\xfe|\xfe\xff)/.test(start)) {
    return {
      unreadable: /*i18n*/ 'The file is written in UTF-16; save it as UTF-8 and upload it again.',
    };
  }
  const isCard = /^\s*BEGIN:VCARD/i.test(start);
  const other = isCard ? /*i18n*/ 'a file of contacts (vCard)' : otherKindOf(bytes);
  if (other) {
    return {
      unreadable: {
        text: /*i18n*/ 'This is no calendar but {kind}. Export the calendar as an iCalendar file (.ics) and upload that.',
        values: { kind: { text: other } },
      },
    };
  }
  if (!/^(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR\s/i.test(start)) {
    return {
      unreadable:
        /*i18n*/ 'This is no calendar: it does not begin with BEGIN:VCALENDAR. Export the calendar as an iCalendar file (.ics) and upload that.',
    };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { unreadable: notUtf8(bytes) };
  }
}

function notUtf8(bytes: Uint8Array): Sentence {
  const text = new TextDecoder('utf-8').decode(bytes);
  const line = text.slice(0, Math.max(0, text.indexOf('\ufffd'))).split('\n').length;
  return {
    text: /*i18n*/ 'The file is not UTF-8: the first strange character is in line {line}. Save or export it as UTF-8 and upload it again.',
    values: { line },
  };
}
