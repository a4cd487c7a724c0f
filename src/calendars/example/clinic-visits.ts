import { type Family, families, type Patient, patients } from './clinic-people.ts';

/** What a front desk types into one event: its words and whom it invites. */
export type Visit = {
  title: string;
  description?: string;
  location?: string;
  attendee?: { name: string; email: string };
};

const REASONS = [
  'Check-up',
  'Blood test',
  'Follow-up',
  'Flu shot',
  'Consultation',
  'Annual physical',
  'X-ray',
  'Vaccination',
  'Lab results',
];
const ROOMS = ['Room 1', 'Room 2', 'Room 3', 'Lab', 'Dr. Weiss’s office', ''];

/** Nobody comes to these who must be told. */
export const internalDays: readonly Visit[] = [
  { title: 'Staff meeting', location: 'Kitchen' },
  { title: 'Lunch' },
  { title: 'Fire alarm test', description: 'Building management, 10 minutes' },
  { title: 'Supplier delivery', description: 'Order no. 4471-2093-118' },
  { title: 'Team lunch' },
  { title: 'Staff training: new ultrasound' },
];

/** 181 single visits: every family, every patient, and 31 patients a second time. */
export function singleVisits(): Visit[] {
  const returning = patients.filter((_, i) => i % 4 === 0).slice(0, 31);
  const once = patients.map((patient, i) => visitOf(patient, i));
  const again = returning.map((patient, i) => visitOf(patient, i * 7 + 3));
  return [...families.map(familyVisit), ...once, ...again];
}

function familyVisit({ names, phone }: Family, i: number): Visit {
  const [first = '', second = ''] = names;
  const last = first.split(' ').at(-1) ?? '';
  if (names.length === 2 && i % 3 === 2) {
    return { title: `${first.replace(` ${last}`, '')} & ${second} ${phone}`, location: 'Room 2' };
  }
  return { title: `Children’s visit: ${names.join(', ')}, ${phone}`, location: 'Room 2' };
}

/** The same facts in one of the ways in which people write them down. */
function visitOf({ name, phone, email }: Patient, i: number): Visit {
  const reason = REASONS[i % REASONS.length] ?? '';
  const location = ROOMS[i % ROOMS.length] ?? '';
  if (phone === '') return byEmail(name, email, reason, location, i);
  const both = [phone, email].filter((address) => address !== '').join(' ');
  const mobile = `Patient: ${name}\nMobile: ${phone}`;
  const ways: Visit[] = [
    { title: `${reason} - ${name} ${both}`, location },
    { title: `${name}: ${reason.toLowerCase()} ${both}`, location },
    { title: reason, description: email ? `${mobile}\nEmail: ${email}` : mobile, location },
    { title: `${reason} (${name})`, description: `Tel. ${both}`, location },
    { title: name, description: `Phone: ${phone}${email ? `\n${email}` : ''}`, location },
  ];
  const way = ways[i % ways.length] ?? { title: name };
  if (email !== '' && i % 2 === 0) return { ...way, attendee: { name, email } };
  return way;
}

function byEmail(name: string, email: string, reason: string, location: string, i: number): Visit {
  if (i % 2 === 0) return { title: `${reason} - ${name} <${email}>`, location };
  return { title: `${reason} - ${name}`, location, attendee: { name, email } };
}
