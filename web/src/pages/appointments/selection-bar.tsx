import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AppointmentFilter } from '../../../../src/contract/appointment.ts';
import { appointmentCountQuery } from '../../api/appointments.ts';
import { count } from '../../format/count.ts';
import type { AgendaSearch } from './agenda-search.ts';
import { ComposeButton } from './compose-button.tsx';
import { emptySelection, mostTicks, tickedCount, tickedPeople } from './selection.ts';
import classes from './selection-bar.module.css';
import { setSelection, useSelection } from './selection-store.ts';

type Props = {
  filter: AppointmentFilter;
  search: AgendaSearch;
  /** Whether what is shown is what the selection was made from. */
  tickable: boolean;
  onShow: (search: AgendaSearch) => void;
};

/** How many are ticked, and what can be done with them. */
export function SelectionBar({ filter, search, tickable, onShow }: Props) {
  const { t } = useLingui();
  const selection = useSelection();
  const appointments = tickedCount(selection);
  // Asked for with the first tick: a page that is only read needs no count.
  const isAsked = selection.kind === 'some' && appointments > 0;
  const { data: matching = 0 } = useQuery({ ...appointmentCountQuery(filter), enabled: isAsked });
  if (appointments === 0 && selection.kind === 'some') return null;
  const people = tickedPeople(selection);
  const most = count(mostTicks);
  const tooMany = selection.kind === 'some' && appointments > mostTicks;
  return (
    <section className={classes.bar} aria-label={t`Selection`}>
      <Text size="sm" fw={600}>
        <Plural value={appointments} one="# appointment" other="# appointments" />
        {people !== null && (
          <>
            {' · '}
            <Plural value={people} one="# person" other="# people" />
          </>
        )}
      </Text>
      {tooMany && (
        <Text size="sm" c="red">
          <Trans>More than {most} single ticks: select all that match instead.</Trans>
        </Text>
      )}
      {selection.kind === 'some' && appointments < matching && (
        <Button
          className={classes.all ?? ''}
          variant="subtle"
          size="xs"
          onClick={() =>
            setSelection({ kind: 'all', filter, search, matching, excluded: new Set() })
          }
        >
          <Plural value={matching} other="Select all # that match" />
        </Button>
      )}
      {selection.kind === 'all' && !tickable && (
        <Button variant="subtle" size="xs" onClick={() => onShow(selection.search)}>
          <Trans context="appointments">Show them</Trans>
        </Button>
      )}
      <span className={classes.space} />
      <Button variant="default" size="xs" onClick={() => setSelection(emptySelection)}>
        <Trans context="the selection">Clear</Trans>
      </Button>
      {!tooMany && (
        <div className={classes.compose}>
          <ComposeButton />
        </div>
      )}
    </section>
  );
}
