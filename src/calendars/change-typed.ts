import type { AppointmentChange } from '../contract/typed-appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { foldText } from '../platform/fold-text.ts';
import {
  awaitedAmong,
  type KnownAppointment,
  lockAppointment,
  type StoredPerson,
  storedPeople,
} from './known-appointment.ts';
import { type KnownDraft, matchParticipants } from './match-participants.ts';
import { releaseChanged } from './release-changed.ts';
import { readTypedPeople } from './typed-people.ts';
import { type Home, noCalendar, type TypedSaved } from './typed-saved.ts';
import { readTimes, whatIsWrong } from './typed-times.ts';
import { lockCalendar, writeTyped } from './write-typed.ts';

/**
 * Changes what is said of an appointment that was typed in and leaves the rest, inside a transaction of the
 * account. Nobody is taken off it to whom a message about it is still to go out.
 */
export async function changeTyped(
  client: Queryable,
  home: Home,
  id: string,
  change: AppointmentChange,
): Promise<TypedSaved> {
  const known = await lockAppointment(client, home.id, id);
  if (!known) return { refused: 'missing' };
  if (!known.isTypedIn) return { refused: 'not_typed_in' };
  const stored = await storedPeople(client, home.id, id);
  const times = change.times ? readTimes(change.times, home.timeZone) : timesOf(known);
  const read = change.people
    ? readTypedPeople(change.people, home.country)
    : { people: stored.map(asItIs) };
  if ('problems' in times || 'problems' in read) return whatIsWrong(times, read);
  const people = read.people.map((person) => sureOf(person, stored));
  const { goneIds } = matchParticipants(stored, people);
  const awaited = await awaitedAmong(client, home.id, goneIds);
  if (awaited.length > 0) return { awaited: awaited.map(({ name }) => name) };
  const calendarId = change.calendarId ?? known.calendarId;
  if (calendarId !== known.calendarId) {
    if (!(await lockCalendar(client, home.id, calendarId))) return noCalendar;
    await client.query(
      'update appointment set calendar_id = $3, changed_at = now() where account_id = $1 and id = $2',
      [home.id, id, calendarId],
    );
  }
  const { title = known.title, location = known.location } = change;
  const event = { ...known, ...times, title, location };
  const written = await writeTyped(client, home.id, calendarId, event, people);
  if (written !== null || calendarId !== known.calendarId) {
    await releaseChanged(client, home.id, [id]);
  }
  return { id, isNew: false };
}

function timesOf({ startsAt, endsAt, timeZone, allDay }: KnownAppointment) {
  return { startsAt, endsAt, timeZone, allDay };
}

function asItIs({ id, ...person }: StoredPerson): KnownDraft {
  return { ...person, participantId: id };
}

/**
 * Somebody with the id of a participant is that one only while they share a name or an address: who is
 * written over whole is somebody else.
 */
function sureOf(person: KnownDraft, stored: readonly StoredPerson[]): KnownDraft {
  const before = stored.find(({ id }) => id === person.participantId);
  const isSame =
    before !== undefined &&
    (foldText(before.name) === foldText(person.name) ||
      (person.phone !== null && before.phone === person.phone) ||
      (person.email !== null && before.email === person.email));
  return isSame ? person : { ...person, participantId: null };
}
