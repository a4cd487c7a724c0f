import type { Sentence } from '../../contract/said.ts';
import type { CalendarEvent, Window } from '../calendar.ts';
import { expandSeries, type Series } from './expand-series.ts';
import type { ProblemList } from './problem-list.ts';
import { UnknownZone, type Zones } from './resolve-times.ts';

/** One file brings in no more appointments than this. */
export const MOST_EVENTS = 200_000;
/** Rules of one file may be followed this far in all: about a second. */
const STEPS_OF_FILE = 1_000_000;

export const TOO_MANY: Sentence = {
  text: /*i18n*/ 'The file holds more than {most, number} appointments; this one was left out. Split the file.',
  values: { most: MOST_EVENTS },
};

/** The appointments of all series, and the UIDs of which none within the window is missing. */
export function expandAll(
  series: readonly Series[],
  zones: Zones,
  window: Window,
  problems: ProblemList,
): { events: CalendarEvent[]; wholeSeries: Set<string> } {
  const events: CalendarEvent[] = [];
  const wholeSeries = new Set<string>();
  const budget = { steps: STEPS_OF_FILE };
  for (const one of series) {
    const named = one.master ?? one.overrides[0];
    const room = MOST_EVENTS - events.length;
    if (!named) continue;
    if (room === 0) {
      problems.add(named.line, named.title, TOO_MANY);
      continue;
    }
    try {
      const expansion = expandSeries(one, zones, window, budget);
      if (expansion.events.length > room) problems.add(named.line, named.title, TOO_MANY);
      else if (expansion.whole) wholeSeries.add(named.uid);
      if (expansion.warning) problems.add(named.line, named.title, expansion.warning);
      for (const event of expansion.events.slice(0, room)) events.push(event);
    } catch (error) {
      if (!(error instanceof UnknownZone)) throw error;
      problems.add(named.line, named.title, error.sentence);
    }
  }
  return { events, wholeSeries };
}
