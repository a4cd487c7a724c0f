import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { calendarsQuery } from '../../api/calendars.ts';
import { calendarName } from '../../wording/calendar-name.ts';
import classes from './filter-bar.module.css';

type Props = {
  /** The ids of those that are shown; null: all. */
  chosen: readonly string[] | null;
  onChoose: (ids: readonly string[] | null) => void;
};

/** Which calendars are shown: each by a checkbox, one alone, or all. Without the last one all are shown again. */
export function CalendarFilter({ chosen, onChoose }: Props) {
  const { t } = useLingui();
  const calendars = useQuery(calendarsQuery).data ?? [];
  if (calendars.length < 2) return null;
  const isShown = (id: string) => chosen === null || chosen.includes(id);
  const toggle = (id: string) => {
    const next = calendars.map((one) => one.id).filter((one) => (one === id) !== isShown(one));
    onChoose(next.length === 0 || next.length === calendars.length ? null : next);
  };
  return (
    <fieldset className={classes.calendars}>
      <legend>
        <Trans>Calendars</Trans>
      </legend>
      {calendars
        .map((one) => ({ id: one.id, name: calendarName(one) }))
        .map(({ id, name }) => (
          <span key={id} className={classes.calendar}>
            <Checkbox label={<bdi>{name}</bdi>} checked={isShown(id)} onChange={() => toggle(id)} />
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t`Only this: ${name}`}
              onClick={() => onChoose([id])}
            >
              <Trans>Only this</Trans>
            </Button>
          </span>
        ))}
      {chosen !== null && (
        <Button size="compact-xs" variant="subtle" onClick={() => onChoose(null)}>
          <Trans context="calendars">All</Trans>
        </Button>
      )}
    </fieldset>
  );
}
