import { expect, test } from 'vitest';
import type { Appointment } from '../../../../src/contract/appointment.ts';
import { agendaLines, headingBefore } from './agenda-lines.ts';
import { sampleAppointment, sampleParticipant } from './sample-appointment.ts';

test('one person stands on the line of the appointment, several below it', () => {
  const lines = agendaLines([
    [appointment('a', '2026-03-08', 1), appointment('b', '2026-03-08', 0)],
    [appointment('c', '2026-03-09', 2)],
  ]);
  expect(lines.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'day 2026-03-08',
    'appointment a',
    'appointment b',
    'day 2026-03-09',
    'appointment c',
    'participant c/c0',
    'participant c/c1',
  ]);
  expect([0, 2, 3, 6, 99].map((index) => headingBefore(lines, index))).toEqual([0, 0, 3, 3, 3]);
});

function appointment(id: string, day: string, people: number): Appointment {
  const participants = Array.from({ length: people }, (_, i) => sampleParticipant(`${id}${i}`));
  return sampleAppointment(id, day, participants);
}
