import type { Sentence } from '../../contract/said.ts';
import type { CalendarEvent, Window } from '../calendar.ts';
import type { Budget } from './bounded-iterator.ts';
import { endOf } from './end-of.ts';
import type { FileEvent } from './file-event.ts';
import { type Instance, instancesOf, isWithin, recurs } from './instances-of.ts';
import { instanceId, originOf } from './override-origin.ts';
import { resolve, type Zones, zoneOf } from './resolve-times.ts';
import { thisAndFuture } from './this-and-future.ts';

/** The events of one UID. */
export type Series = {
  /** The event itself; null where the file holds only single instances of it. */
  master: FileEvent | null;
  /** Instances that were moved, changed or cancelled (RECURRENCE-ID). */
  overrides: FileEvent[];
};

/** What a series comes to; `whole`: no instance of it within the window is missing. */
export type Expansion = { events: CalendarEvent[]; warning: Sentence | null; whole: boolean };

/** The appointments of a series within the window. Throws UnknownZone. */
export function expandSeries(
  { master, overrides }: Series,
  zones: Zones,
  window: Window,
  budget: Budget,
): Expansion {
  const events: CalendarEvent[] = [];
  const replaced = new Set<string>();
  for (const override of overrides) {
    const start = master?.start ?? override.recurrenceId ?? override.start;
    const origin = originOf(override, start, zones);
    const id = instanceId(start, origin);
    replaced.add(id);
    const instance = { wall: override.start.wall, instant: resolve(override.start, zones) };
    if (isWithin(instance.instant, window) || isWithin(origin.instant, window)) {
      events.push(describe(override, zones)(instance, id));
    }
  }
  if (!master) return { events, warning: null, whole: false };
  const { instances, warning } = instancesOf(master, zones, window, budget);
  const described = describe(master, zones);
  const changeLater = thisAndFuture(master, overrides, zones);
  for (const instance of instances) {
    const id = recurs(master) ? instanceId(master.start, instance) : '';
    if (replaced.has(id)) continue;
    const change = changeLater(instance);
    events.push(change ? describe(change.as, zones)(change.instance, id) : described(instance, id));
  }
  return { events, warning, whole: warning === null };
}

/** Makes appointments of an event's instances. */
function describe(
  event: FileEvent,
  zones: Zones,
): (instance: Instance, id: string) => CalendarEvent {
  const zone = zoneOf(event.start, zones);
  const ends = endOf(event, zones);
  return (instance, id) => ({
    uid: event.uid,
    instance: id,
    title: event.title,
    description: event.description,
    location: event.location,
    startsAt: new Date(instance.instant),
    endsAt: new Date(Math.max(instance.instant, ends(instance))),
    timeZone: zone?.name ?? zones.shown,
    allDay: event.start.kind === 'date',
    status: event.status,
    attendees: event.attendees,
  });
}
