import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { count } from '../../format/count.ts';
import { dayAtLength, weekdayNames } from './days-in-words.ts';
import classes from './month-grid.module.css';
import { movedBy } from './moved-by.ts';
import { useDayDrag } from './use-day-drag.ts';

type Props = {
  weeks: readonly string[][];
  month: string;
  /** The day that the keys are at. */
  at: string;
  chosen: { from: string; to: string } | null;
  /** How many appointments each day has; undefined: not known yet. */
  counts: ReadonlyMap<string, number> | undefined;
  today: string;
  labelledBy: string;
  onMove: (day: string) => void;
  onPick: (day: string) => void;
  onDrag: (from: string, to: string) => void;
};

/**
 * The days of a month. Keys as in the date picker of the WAI-ARIA Authoring Practices: arrows by days and weeks,
 * Home and End within a week, Page Up and Down by months, with Shift by years; Enter or Space chooses.
 */
export function MonthGrid(props: Props) {
  const { weeks, month, at, counts, today, labelledBy, onMove, onPick, onDrag } = props;
  const grid = useRef<HTMLTableElement>(null);
  const isMoved = useRef(false);
  const { dragged, ...drag } = useDayDrag(onDrag);
  const chosen = dragged ?? props.chosen;
  useEffect(() => {
    if (!isMoved.current) return;
    isMoved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = movedBy(event, at, weeks);
    if (next === null) return;
    event.preventDefault();
    isMoved.current = true;
    onMove(next);
  };
  return (
    <table
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells hold controls (WAI-ARIA, grid pattern).
      role="grid"
      className={classes.grid}
      aria-labelledby={labelledBy}
      onKeyDown={onKeyDown}
      {...drag}
    >
      <thead>
        <tr>
          {weekdayNames(weeks[0]?.[0] ?? today).map(({ long, short }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const some = counts && (counts.get(day) ?? 0);
              const isChosen = chosen !== null && day >= chosen.from && day <= chosen.to;
              return (
                <td key={day}>
                  <UnstyledButton
                    className={classes.day}
                    data-day={day}
                    data-other={day.slice(0, 7) !== month || undefined}
                    aria-pressed={isChosen}
                    aria-current={day === today ? 'date' : undefined}
                    tabIndex={day === at ? 0 : -1}
                    {...(day === at && { 'data-autofocus': true })}
                    onClick={() => onPick(day)}
                  >
                    <span aria-hidden>{Number(day.slice(8))}</span>
                    <span aria-hidden className={classes.some}>
                      {some ? count(some) : ''}
                    </span>
                    <VisuallyHidden>{dayAtLength(day, some)}</VisuallyHidden>
                  </UnstyledButton>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
