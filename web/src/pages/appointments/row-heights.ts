import type { AgendaLine } from './agenda-lines.ts';

const wide = { day: 36, appointment: 32, participant: 32 };
const narrow = { day: 36, appointment: 56, participant: 44 };

/** The height of a line in pixels; on a phone lines are taller, to be hit with a thumb. */
export function rowHeight(line: AgendaLine | undefined, compact: boolean): number {
  if (line === undefined) return 0;
  const heights = compact ? narrow : wide;
  if (line.kind !== 'gap') return heights[line.kind];
  const { days, appointments, participants } = line;
  return (
    days * heights.day + appointments * heights.appointment + participants * heights.participant
  );
}
