import type { Sentence } from '../../contract/said.ts';
import type { Attendee } from '../calendar.ts';
import { type ContentLine, readText } from './content-line.ts';
import type { Component } from './split-components.ts';

/** People that one event may bring in; an event with more is a mailing list, not an appointment. */
const MOST_ATTENDEES = 500;

const NOT_PEOPLE = new Set(['ROOM', 'RESOURCE', 'GROUP']);

/**
 * The people whom an event invites: not rooms, not the organizer, not those who are only told of it. The
 * first 500, and as many of those who declined; `warning` says so where there are more.
 */
export function readAttendees(component: Component): {
  attendees: Attendee[];
  warning: Sentence | null;
} {
  const organizer = component.properties.find((property) => property.name === 'ORGANIZER');
  const host = organizer?.value.trim().toLowerCase();
  const attendees: Attendee[] = [];
  let invited = 0;
  let declined = 0;
  for (const property of component.properties) {
    if (property.name !== 'ATTENDEE' || !isPerson(property)) continue;
    if (property.value.trim().toLowerCase() === host) continue;
    const count = answerOf(property) === 'cancelled' ? ++declined : ++invited;
    if (count <= MOST_ATTENDEES) attendees.push(attendeeOf(property));
  }
  const warning =
    invited > MOST_ATTENDEES
      ? {
          text: /*i18n*/ 'It has {count, number} attendees; the first {most} came in.',
          values: { count: invited, most: MOST_ATTENDEES },
        }
      : null;
  return { attendees, warning };
}

function isPerson({ parameters }: ContentLine): boolean {
  return (
    !NOT_PEOPLE.has((parameters.get('CUTYPE') ?? '').toUpperCase()) &&
    (parameters.get('ROLE') ?? '').toUpperCase() !== 'NON-PARTICIPANT'
  );
}

/** PARTSTAT (RFC 5545 3.2.12): whoever may come, or has not answered, has said nothing yet. */
function answerOf({ parameters }: ContentLine): Attendee['answer'] {
  const said = (parameters.get('PARTSTAT') ?? '').toUpperCase();
  if (said === 'ACCEPTED') return 'confirmed';
  return said === 'DECLINED' ? 'cancelled' : null;
}

/** The address is a URI: mailto: (RFC 6068) or tel: (RFC 3966), or, against the rule, a bare mailbox. */
function attendeeOf(property: ContentLine): Attendee {
  const { value, parameters } = property;
  const address = readText(value, 400);
  const [scheme = '', rest = ''] = /^(?:(mailto|tel):)?(.*)$/is.exec(address)?.slice(1) ?? [];
  const plain = decoded(rest.split(/[?;]/)[0] ?? '');
  const isPhone = scheme?.toLowerCase() === 'tel';
  const said = readText(parameters.get('CN') ?? '', 200);
  const email = isPhone ? '' : readText(parameters.get('EMAIL') ?? '', 400) || mailbox(plain);
  // Many calendars write the address where the name should be.
  const name = said.includes('@') ? '' : said.replace(/^["']+|["']+$/g, '').trim();
  return { name, email, phone: isPhone ? plain : '', answer: answerOf(property) };
}

function mailbox(text: string): string {
  return text.includes('@') ? text : '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
