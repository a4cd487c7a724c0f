import { type Family, families, type Patient, patients } from './clinic-people.ts';
import type { ClinicWords } from './clinic-words.ts';

/** What a front desk types into one event: its words and whom it invites. */
export type Visit = {
  title: string;
  description?: string;
  location?: string;
  attendee?: { name: string; email: string };
};

/** Nobody comes to these who must be told. */
export function internalDays(words: ClinicWords): Visit[] {
  return words.internal.map(([title, description], i) => ({
    title,
    ...(description !== undefined && { description }),
    ...(i === 0 && { location: words.kitchen }),
  }));
}

/** 181 single visits: every family, every patient, and 31 patients a second time. */
export function singleVisits(words: ClinicWords): Visit[] {
  const returning = patients.filter((_, i) => i % 4 === 0).slice(0, 31);
  const once = patients.map((patient, i) => visitOf(words, patient, i));
  const again = returning.map((patient, i) => visitOf(words, patient, i * 7 + 3));
  return [...families.map((family, i) => familyVisit(words, family, i)), ...once, ...again];
}

function familyVisit(words: ClinicWords, { names, phone }: Family, i: number): Visit {
  const location = words.rooms[1] ?? '';
  const [first = '', second = ''] = names;
  const last = first.split(' ').at(-1) ?? '';
  if (names.length === 2 && i % 3 === 2) {
    return { title: `${first.replace(` ${last}`, '')} & ${second} ${phone}`, location };
  }
  return { title: `${words.family}: ${names.join(', ')}, ${phone}`, location };
}

/** The same facts in one of the ways in which people write them down. */
function visitOf(words: ClinicWords, { name, phone, email }: Patient, i: number): Visit {
  const reason = words.reasons[i % words.reasons.length] ?? '';
  const location = words.rooms[i % words.rooms.length] ?? '';
  if (phone === '') return byEmail(name, email, reason, location, i);
  const both = [phone, email].filter((address) => address !== '').join(' ');
  const mobile = `${words.patient}: ${name}\n${words.mobile}: ${phone}`;
  const ways: Visit[] = [
    { title: `${reason} - ${name} ${both}`, location },
    { title: `${name}: ${reason.toLowerCase()} ${both}`, location },
    {
      title: reason,
      description: email ? `${mobile}\n${words.email}: ${email}` : mobile,
      location,
    },
    { title: `${reason} (${name})`, description: `Tel. ${both}`, location },
    { title: name, description: `${words.phone}: ${phone}${email ? `\n${email}` : ''}`, location },
  ];
  const way = ways[i % ways.length] ?? { title: name };
  if (email !== '' && i % 2 === 0) return { ...way, attendee: { name, email } };
  return way;
}

function byEmail(name: string, email: string, reason: string, location: string, i: number): Visit {
  if (i % 2 === 0) return { title: `${reason} - ${name} <${email}>`, location };
  return { title: `${reason} - ${name}`, location, attendee: { name, email } };
}
