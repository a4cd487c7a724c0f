import { Button, Text } from '@mantine/core';
import type { AppointmentFilter } from '../../../../src/contract/appointment.ts';
import { counted } from '../../format/count.ts';
import type { AgendaSearch } from './agenda-search.ts';
import { ComposeButton } from './compose-button.tsx';
import { emptySelection, mostTicks, tickedCount, tickedPeople } from './selection.ts';
import classes from './selection-bar.module.css';
import { setSelection, useSelection } from './selection-store.ts';

type Props = {
  filter: AppointmentFilter;
  search: AgendaSearch;
  /** How many appointments match what is shown. */
  matching: number;
  /** Whether what is shown is what the selection was made from. */
  tickable: boolean;
  onShow: (search: AgendaSearch) => void;
};

/** How many are ticked, and what can be done with them. */
export function SelectionBar({ filter, search, matching, tickable, onShow }: Props) {
  const selection = useSelection();
  const appointments = tickedCount(selection);
  if (appointments === 0 && selection.kind === 'some') return null;
  const people = tickedPeople(selection);
  const tooMany = selection.kind === 'some' && appointments > mostTicks;
  return (
    <section className={classes.bar} aria-label="Selection">
      <Text size="sm" fw={600}>
        {counted(appointments, 'appointment')}
        {people !== null && ` · ${counted(people, 'person', 'people')}`}
      </Text>
      {tooMany && (
        <Text size="sm" c="red">
          More than {mostTicks.toLocaleString('en')} single ticks: select all that match instead.
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
          Select all {matching.toLocaleString('en')} that match
        </Button>
      )}
      {selection.kind === 'all' && !tickable && (
        <Button variant="subtle" size="xs" onClick={() => onShow(selection.search)}>
          Show them
        </Button>
      )}
      <span className={classes.space} />
      <Button variant="default" size="xs" onClick={() => setSelection(emptySelection)}>
        Clear
      </Button>
      {!tooMany && (
        <div className={classes.compose}>
          <ComposeButton />
        </div>
      )}
    </section>
  );
}
