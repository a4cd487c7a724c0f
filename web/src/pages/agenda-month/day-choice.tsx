import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { appointmentDaysQuery } from '../../api/appointments.ts';
import { failureOrNull } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { shortDay } from '../../format/day.ts';
import { locale } from '../../format/locale.ts';
import { addMonths, dayInMonth, firstWeekday, weeksOf } from '../../format/month.ts';
import { agendaFilter } from '../appointments/agenda-filter.ts';
import { type AgendaSearch, agendaSearch } from '../appointments/agenda-search.ts';
import { monthInWords } from './days-in-words.ts';
import { MonthGrid } from './month-grid.tsx';

type Props = {
  search: AgendaSearch;
  today: string;
  onChange: (search: AgendaSearch) => void;
};

/** A month from which a day is chosen, or by a second one, or by dragging, all from one to the other. */
export function DayChoice({ search, today, onChange }: Props) {
  const { t } = useLingui();
  const { from, to, ...filter } = agendaFilter(search, today);
  const chosen = from !== undefined && to !== undefined && from <= to ? { from, to } : null;
  const [at, setAt] = useState(chosen?.from ?? today);
  /** The day that was chosen, as long as a second one makes it a range. */
  const [begun, setBegun] = useState<string | null>(null);
  const month = at.slice(0, 7);
  const weeks = weeksOf(month, firstWeekday(locale));
  const shown = { from: weeks[0]?.[0] ?? at, to: weeks.at(-1)?.at(-1) ?? at };
  const days = useQuery(appointmentDaysQuery({ ...filter, ...shown }));
  const failure = failureOrNull(days.error);
  const counts = days.data && new Map(days.data.items.map(({ day, matching }) => [day, matching]));

  const show = (a: string, b: string) => {
    const [first = a, last = b] = [a, b].toSorted();
    onChange(agendaSearch({ ...search, range: 'days', from: first, to: last }));
  };
  const pick = (day: string) => {
    show(begun ?? day, day);
    setBegun(begun === null ? day : null);
    setAt(day);
  };
  const drag = (a: string, b: string) => {
    show(a, b);
    setBegun(null);
    setAt(b);
  };
  const go = (months: number) => setAt(dayInMonth(at, addMonths(month, months)));
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Button variant="subtle" px="xs" aria-label={t`Month before`} onClick={() => go(-1)}>
          <IconChevronLeft size={18} aria-hidden />
        </Button>
        <Text fw={600} id="agenda-month" aria-live="polite">
          {monthInWords(month)}
        </Text>
        <Button variant="subtle" px="xs" aria-label={t`Month after`} onClick={() => go(1)}>
          <IconChevronRight size={18} aria-hidden />
        </Button>
      </Group>
      <MonthGrid
        {...{ weeks, month, at, chosen, counts, today }}
        labelledBy="agenda-month"
        onMove={setAt}
        onPick={pick}
        onDrag={drag}
      />
      {failure && <FailureNotice failure={failure} onRetry={() => void days.refetch()} />}
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" role="status">
          {chosen === null ? (
            <Trans>Choose a day. A second one makes it all days between.</Trans>
          ) : (
            <Chosen {...chosen} counts={counts} shown={shown} />
          )}
        </Text>
        <Button variant="subtle" size="compact-sm" flex="none" onClick={() => setAt(today)}>
          <Trans context="button: shows the month of today">Today</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

type Days = { from: string; to: string };

/** What is chosen, with how many appointments that is, where all its days are shown. */
function Chosen({
  from,
  to,
  counts,
  shown,
}: Days & { counts: ReadonlyMap<string, number> | undefined; shown: Days }) {
  const { t } = useLingui();
  const [first, last] = [shortDay(from), shortDay(to)];
  const days = from === to ? first : t`${first} – ${last}`;
  if (!counts || from < shown.from || to > shown.to) return days;
  const sum = [...counts].reduce((n, [day, some]) => (day >= from && day <= to ? n + some : n), 0);
  return t`${days}: ${plural(sum, { one: '# appointment', other: '# appointments' })}`;
}
