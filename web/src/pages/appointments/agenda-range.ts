import type { Appointment } from '../../../../src/contract/appointment.ts';
import { allAppointments } from '../../api/appointments.ts';
import type { AgendaPart } from './agenda-lines.ts';
import { mostTicks } from './selection.ts';
import type { Agenda } from './use-agenda.ts';

/** All that match of a day, where they are loaded; else null. */
export function loadedOfDay(
  { parts, countOfDay }: Pick<Agenda, 'parts' | 'countOfDay'>,
  day: string,
): Appointment[] | null {
  const loaded = runsOf(parts)
    .flat()
    .filter((appointment) => appointment.day === day);
  return loaded.length === countOfDay.get(day) ? loaded : null;
}

/** The same, asked for. Fails as calls do. */
export function readDay({ filter }: Pick<Agenda, 'filter'>, day: string): Promise<Appointment[]> {
  return allAppointments({ ...filter, from: day, to: day }, Number.POSITIVE_INFINITY);
}

/** All from one appointment to another, both included, where what lies between them is loaded; else null. */
export function loadedBetween(
  { parts }: Pick<Agenda, 'parts'>,
  a: Appointment,
  b: Appointment,
): Appointment[] | null {
  const run = runsOf(parts).find((all) => placeOf(all, a) >= 0 && placeOf(all, b) >= 0);
  return run ? between(run, a, b) : null;
}

/** The same, asked for: no more than is surely too much to be ticked one by one. Fails as calls do. */
export async function readBetween(
  { filter }: Pick<Agenda, 'filter'>,
  a: Appointment,
  b: Appointment,
): Promise<Appointment[]> {
  const [from = a.day, to = b.day] = [a.day, b.day].sort();
  const found = await allAppointments({ ...filter, from, to }, 2 * mostTicks);
  const isThere = placeOf(found, a) >= 0 || placeOf(found, b) >= 0;
  return isThere ? between(found, a, b) : [b];
}

/** Where only one of them is there, the other lies beyond the end. */
function between(all: readonly Appointment[], a: Appointment, b: Appointment): Appointment[] {
  const places = [a, b].map((one) => placeOf(all, one)).map((at) => (at < 0 ? all.length : at));
  return all.slice(Math.min(...places), Math.max(...places) + 1);
}

function placeOf(all: readonly Appointment[], { id }: Appointment): number {
  return all.findIndex((one) => one.id === id);
}

/** Loaded appointments that follow one another without a gap. */
function runsOf(parts: readonly AgendaPart[]): Appointment[][] {
  const runs: Appointment[][] = [[]];
  for (const part of parts) {
    if (Array.isArray(part)) runs.at(-1)?.push(...part);
    else runs.push([]);
  }
  return runs;
}
