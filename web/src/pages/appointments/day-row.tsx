import { Plural, useLingui } from '@lingui/react/macro';
import { memo, useEffect, useRef } from 'react';
import { count } from '../../format/count.ts';
import { dayInWords } from '../../format/day.ts';
import classes from './agenda-table.module.css';

type Props = {
  day: string;
  today: string;
  /** How many appointments the day has; null while its end is not loaded. */
  appointments: number | null;
  ticked: 'none' | 'some' | 'all';
  disabled: boolean;
  tabIndex: number;
  compact: boolean;
  height: number;
  onTick: (day: string, ticked: boolean) => void;
};

/** The heading of a day, with a checkbox for the whole of it. */
export const DayRow = memo(function DayRow(props: Props) {
  const { day, today, appointments, ticked, disabled, tabIndex, compact, height, onTick } = props;
  const { t } = useLingui();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = ticked === 'some';
  }, [ticked]);
  const date = dayInWords(day, today);
  return (
    <tr className={classes.day} style={{ height }}>
      <th>
        <input
          ref={box}
          type="checkbox"
          className={classes.box}
          aria-label={t({
            message: `All of ${date}`,
            comment: 'Ticks all appointments of a day, as in “Today, Fri, November 27”',
          })}
          checked={ticked === 'all'}
          disabled={disabled}
          tabIndex={tabIndex}
          onChange={(event) => onTick(day, event.currentTarget.checked)}
        />
      </th>
      <th colSpan={compact ? 2 : 5} scope="rowgroup">
        {date}{' '}
        {appointments !== null && (
          <span className={classes.quiet}>
            ·{' '}
            {compact ? (
              count(appointments)
            ) : (
              <Plural value={appointments} one="# appointment" other="# appointments" />
            )}
          </span>
        )}
      </th>
    </tr>
  );
});
