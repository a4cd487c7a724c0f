import type { AgendaActions } from './agenda-actions.ts';
import type { AgendaLine } from './agenda-lines.ts';
import { AppointmentRow } from './appointment-row.tsx';
import { DayRow } from './day-row.tsx';
import { ParticipantRow } from './participant-row.tsx';
import { rowHeight } from './row-heights.ts';
import { isTicked, type Selection } from './selection.ts';
import { useSelection } from './selection-store.ts';

type Props = {
  line: Exclude<AgendaLine, { kind: 'gap' }>;
  /** The agenda is one stop of Tab: the first line in the document takes it. */
  first: boolean;
  /** How many appointments each day has, where that is known. */
  countOfDay: ReadonlyMap<string, number>;
  timeZone: string;
  today: string;
  compact: boolean;
  tickable: boolean;
  actions: AgendaActions;
};

/** One line of the agenda, with the ticks that concern it. */
export function AgendaRow(props: Props) {
  const { line, first, countOfDay, timeZone, today, compact, tickable, actions } = props;
  const selection = useSelection();
  const height = rowHeight(line, compact);
  if (line.kind === 'day') {
    return (
      <DayRow
        day={line.day}
        today={today}
        appointments={countOfDay.get(line.day) ?? null}
        ticked={tickable ? tickedOfDay(selection, line.appointments) : 'none'}
        disabled={!tickable}
        tabIndex={first ? 0 : -1}
        compact={compact}
        height={height}
        onTick={actions.onTickDay}
      />
    );
  }
  // Where nothing can be ticked, Tab still comes to the people.
  const tabIndex = tickable ? -1 : 0;
  const ticked = tickable && isTicked(selection, line.appointment.id);
  if (line.kind === 'participant') {
    return (
      <ParticipantRow
        person={line.person}
        onOpen={actions.onOpen}
        {...{ ticked, tabIndex, compact, height }}
      />
    );
  }
  return (
    <AppointmentRow
      appointment={line.appointment}
      person={line.person}
      disabled={!tickable}
      onTick={actions.onTick}
      onEdit={actions.onEdit}
      onOpen={actions.onOpen}
      {...{ timeZone, ticked, tabIndex, compact, height }}
    />
  );
}

function tickedOfDay(selection: Selection, appointments: readonly { id: string }[]) {
  const ticked = appointments.filter(({ id }) => isTicked(selection, id)).length;
  if (ticked === 0) return 'none';
  return ticked === appointments.length ? 'all' : 'some';
}
