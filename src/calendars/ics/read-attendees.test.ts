import { expect, test } from 'vitest';
import { inEnglish } from '../../../test/support/in-english.ts';
import { parseIcs } from './parse-ics.ts';

const window = { from: new Date('2026-10-01T00:00:00Z'), to: new Date('2027-12-31T00:00:00Z') };

function parse(...lines: string[]) {
  const text = [
    ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', 'SUMMARY:All', 'DTSTART:20261130T090000'],
    ...lines,
    ...['END:VEVENT', 'END:VCALENDAR'],
  ].join('\r\n');
  const parsed = inEnglish(parseIcs(text, { timeZone: 'America/New_York', window }));
  if ('unreadable' in parsed) throw new Error(String(parsed.unreadable));
  return { attendees: parsed.events[0]?.attendees, problems: parsed.problems };
}

test('rooms, the organizer and those who are only told of it are not invited, and who is has answered or not', () => {
  expect(
    parse(
      'ORGANIZER;CN=Desk:MAILTO:desk@example.com',
      'ATTENDEE;CN=Desk:mailto:Desk@example.com',
      'ATTENDEE;CUTYPE=ROOM:mailto:room@example.com',
      'ATTENDEE;CUTYPE=RESOURCE:mailto:beamer@example.com',
      'ATTENDEE;PARTSTAT=DECLINED;CN=No:mailto:no@example.com',
      'ATTENDEE;ROLE=NON-PARTICIPANT;CN=Cc:mailto:cc@example.com',
      'ATTENDEE;PARTSTAT=TENTATIVE;CN=tom@example.com:mailto:tom@example.com?x=1',
      'ATTENDEE;PARTSTAT=accepted;CN=Lía Ferrari:tel:+1-212-555-0123',
      'ATTENDEE;CN=Ana;EMAIL=ana@example.com:urn:uuid:1',
    ).attendees,
  ).toEqual([
    { name: 'No', email: 'no@example.com', phone: '', answer: 'cancelled' },
    { name: '', email: 'tom@example.com', phone: '', answer: null },
    { name: 'Lía Ferrari', email: '', phone: '+1-212-555-0123', answer: 'confirmed' },
    { name: 'Ana', email: 'ana@example.com', phone: '', answer: null },
  ]);
});

test('of ten thousand attendees the first five hundred come in, and it says so', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => `ATTENDEE:mailto:p${i}@example.com`);
  const { attendees, problems } = parse(...many);
  expect(attendees).toHaveLength(500);
  expect(problems).toEqual([
    { line: 2, title: 'All', message: expect.stringContaining('10,000 attendees') },
  ]);
});
