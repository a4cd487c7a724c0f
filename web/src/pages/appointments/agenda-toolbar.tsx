import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { SearchField } from '../../components/search-field.tsx';
import { type AgendaSearch, agendaSearch } from './agenda-search.ts';
import { DayRange } from './day-range.tsx';
import { MonthButton } from './month-button.tsx';

const ranges = [
  { value: '', label: msg({ message: 'Upcoming', context: 'appointments' }) },
  { value: 'today', label: msg`Today` },
  { value: 'tomorrow', label: msg`Tomorrow` },
  { value: 'week', label: msg`Next 7 days` },
  {
    value: 'days',
    label: msg({ message: 'From … to …', comment: 'A choice: two days are asked for then' }),
  },
];

type Props = {
  search: AgendaSearch;
  today: string;
  onChange: (search: AgendaSearch) => void;
};

/** Narrows the agenda: by days and by text. */
export function AgendaToolbar({ search, today, onChange }: Props) {
  const { t } = useLingui();
  const chooseRange = (range: string) => {
    const days = range === 'days' ? { from: today, to: today } : { from: undefined, to: undefined };
    onChange(agendaSearch({ ...search, range, ...days }));
  };
  return (
    <>
      <NativeSelect
        aria-label={t`Days`}
        data={ranges.map(({ value, label }) => ({ value, label: t(label) }))}
        value={search.range ?? ''}
        onChange={(event) => chooseRange(event.currentTarget.value)}
      />
      <MonthButton {...{ search, today, onChange }} />
      {search.range === 'days' && (
        <DayRange
          from={search.from ?? ''}
          to={search.to ?? ''}
          onChange={(days) => onChange(agendaSearch({ ...search, ...days }))}
        />
      )}
      <SearchField
        label={t`People, titles, numbers`}
        value={search.text ?? ''}
        onChange={(text) => onChange({ ...search, text: text || undefined })}
      />
    </>
  );
}
