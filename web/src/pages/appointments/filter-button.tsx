import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { AgendaSearch } from './agenda-search.ts';

/** By how many things besides days and words the agenda is narrowed. */
export function filterCount({ calendar, answer, messaged }: AgendaSearch): number {
  return [calendar, answer, messaged].filter((part) => part !== undefined).length;
}

type Props = { search: AgendaSearch; isOpen: boolean; onToggle: () => void };

/** Opens the filters below the head of the page, and says how many of them are set. */
export function FilterButton({ search, isOpen, onToggle }: Props) {
  const { t } = useLingui();
  const set = filterCount(search);
  return (
    <Button variant="default" aria-expanded={isOpen} onClick={onToggle}>
      {set === 0 ? t`Filters` : t`Filters (${set})`}
    </Button>
  );
}
