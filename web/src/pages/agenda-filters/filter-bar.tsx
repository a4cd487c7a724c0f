import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { type AgendaSearch, agendaSearch } from '../appointments/agenda-search.ts';
import { filterCount } from '../appointments/filter-button.tsx';
import { CalendarFilter } from './calendar-filter.tsx';
import classes from './filter-bar.module.css';

const answers = [
  { value: '', label: msg({ message: 'Any answer', context: 'people, their appointments' }) },
  { value: 'confirmed', label: msg`Somebody confirmed` },
  { value: 'none', label: msg`Somebody has not answered yet` },
  { value: 'cancelled', label: msg`Somebody cancelled` },
  { value: 'reschedule', label: msg`Somebody wants another time` },
];
const messaged = [
  { value: '', label: msg({ message: 'Messaged or not', context: 'appointments' }) },
  { value: 'yes', label: msg({ message: 'Messaged', context: 'appointments' }) },
  { value: 'no', label: msg({ message: 'Not messaged', context: 'appointments' }) },
];

type Props = { search: AgendaSearch; onChange: (search: AgendaSearch) => void };

/** Narrows the agenda by calendars, by what people answered, and by whether anything was sent. */
export function FilterBar({ search, onChange }: Props) {
  const { t } = useLingui();
  const set = (part: Record<string, string | undefined>) =>
    onChange(agendaSearch({ ...search, ...part }));
  return (
    <section className={classes.bar} aria-label={t`Filters`}>
      <NativeSelect
        label={t({ message: 'Answers', comment: 'What people answered about appointments' })}
        data={answers.map(({ value, label }) => ({ value, label: t(label) }))}
        value={search.answer ?? ''}
        onChange={(event) => set({ answer: event.currentTarget.value })}
      />
      <NativeSelect
        label={t`Messages`}
        data={messaged.map(({ value, label }) => ({ value, label: t(label) }))}
        value={search.messaged ?? ''}
        onChange={(event) => set({ messaged: event.currentTarget.value })}
      />
      <CalendarFilter
        chosen={search.calendar?.split(',') ?? null}
        onChoose={(ids) => set({ calendar: ids?.join(',') })}
      />
      {filterCount(search) > 0 && (
        <Button
          variant="subtle"
          onClick={() => set({ answer: undefined, messaged: undefined, calendar: undefined })}
        >
          {t({ message: 'Clear filters', context: 'appointments' })}
        </Button>
      )}
    </section>
  );
}
