import type { Series } from './expand-series.ts';
import type { FileEvent } from './file-event.ts';
import type { ProblemList } from './problem-list.ts';

/**
 * Groups events by UID. Of several revisions of the same thing the one with the highest SEQUENCE
 * counts, of equal ones the last (RFC 5546 2.1.5); two different events under one UID are reported.
 */
export function groupSeries(events: readonly FileEvent[], problems: ProblemList): Series[] {
  const byUid = new Map<string, { master: FileEvent | null; overrides: Map<string, FileEvent> }>();
  for (const event of events) {
    const series = byUid.get(event.uid) ?? { master: null, overrides: new Map() };
    byUid.set(event.uid, series);
    if (event.recurrenceId === null) {
      if (series.master) reportTwins(series.master, event, problems);
      series.master = newer(series.master, event);
    } else {
      const { kind, wall } = event.recurrenceId;
      const key = `${kind} ${wall}`;
      series.overrides.set(key, newer(series.overrides.get(key) ?? null, event));
    }
  }
  return [...byUid.values()].map(({ master, overrides }) => ({
    master,
    overrides: [...overrides.values()],
  }));
}

function newer(known: FileEvent | null, event: FileEvent): FileEvent {
  return known && known.sequence > event.sequence ? known : event;
}

function reportTwins(known: FileEvent, event: FileEvent, problems: ProblemList): void {
  if (known.sequence !== event.sequence || known.start.wall === event.start.wall) return;
  problems.add(known.line, known.title, {
    text: /*i18n*/ 'The event in line {line} has the same UID and replaces this one.',
    values: { line: event.line },
  });
}
