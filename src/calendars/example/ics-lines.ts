/** A property with its value as text: escaped (RFC 5545 3.3.11). */
export function text(name: string, value: string): string {
  const escaped = value.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
  return `${name}:${escaped}`;
}

/** A line cut into parts of at most 75 octets, each but the first after a space (RFC 5545 3.1). */
export function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > 75) {
      parts.push(part);
      part = ' ';
    }
    part += character;
  }
  return [...parts, part].join('\r\n');
}

/** A component with its lines. */
export function component(name: string, lines: readonly string[]): string[] {
  return [`BEGIN:${name}`, ...lines, `END:${name}`];
}

/** New York's clocks, as a calendar program writes them down. */
export const newYork: readonly string[] = component('VTIMEZONE', [
  'TZID:America/New_York',
  ...component('DAYLIGHT', [
    'DTSTART:20070311T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0400',
    'TZNAME:EDT',
  ]),
  ...component('STANDARD', [
    'DTSTART:20071104T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
    'TZOFFSETFROM:-0400',
    'TZOFFSETTO:-0500',
    'TZNAME:EST',
  ]),
]);
