import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AppointmentFilter, NearbyDays } from '../../../../src/contract/appointment.ts';
import { nearbyDaysQuery } from '../../api/appointments.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { dayInWords } from '../../format/day.ts';
import type { AgendaSearch } from './agenda-search.ts';
import { filterCount } from './filter-button.tsx';

type Props = {
  search: AgendaSearch;
  filter: AppointmentFilter;
  today: string;
  onShow: (search: AgendaSearch) => void;
};

/** Days without appointments, or none that match: the nearest day that has some is one click away. */
export function NoAppointments({ search, filter, today, onShow }: Props) {
  const { t } = useLingui();
  // Without it there is still the way to all days: a failure is nothing to talk about here.
  const nearby = useQuery(nearbyDaysQuery(filter));
  if (nearby.isPending) return <LoadingRows label={t`Loading the appointments`} />;
  const narrowed = search.text !== undefined || filterCount(search) > 0;
  const near = nearby.data && nearest(nearby.data, today);
  const show = (days: AgendaSearch) => onShow({ ...search, ...days });
  return (
    <EmptyState title={narrowed ? t`Nothing matches` : t`No appointments on these days`}>
      {near && (
        <Button
          variant="default"
          onClick={() => show({ range: 'days', from: near.day, to: near.day })}
        >
          {near.words}
        </Button>
      )}
      <Button
        variant={near ? 'subtle' : 'default'}
        onClick={() => onShow(narrowed ? {} : { range: 'days' })}
      >
        {narrowed ? t`Show all upcoming` : t`Show all days, past ones too`}
      </Button>
    </EmptyState>
  );

  function nearest({ next, previous }: NearbyDays, now: string) {
    const found = next ?? previous;
    if (found === null) return null;
    const [day, appointments] = [dayInWords(found.day, now), found.matching];
    const many = plural(appointments, { one: '# appointment', other: '# appointments' });
    return { day: found.day, words: next ? t`Next: ${day} · ${many}` : t`Last: ${day} · ${many}` };
  }
}
