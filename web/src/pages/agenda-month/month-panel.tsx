import { useLingui } from '@lingui/react/macro';
import { Drawer, Popover } from '@mantine/core';
import type { ReactElement } from 'react';
import { useCompact } from '../../components/use-compact.ts';
import type { AgendaSearch } from '../appointments/agenda-search.ts';
import { DayChoice } from './day-choice.tsx';

type Props = {
  search: AgendaSearch;
  today: string;
  onChange: (search: AgendaSearch) => void;
  isOpen: boolean;
  onClose: () => void;
  /** What opens it, at which it stands. */
  button: ReactElement;
};

/** The days of the agenda on a calendar: below their button on a desk, as a sheet from below on a phone. */
export function MonthPanel({ isOpen, onClose, button, ...choice }: Props) {
  const { t } = useLingui();
  const compact = useCompact();
  if (compact) {
    return (
      <>
        {button}
        <Drawer
          opened={isOpen}
          onClose={onClose}
          position="bottom"
          size="auto"
          radius="lg"
          title={t`Choose days`}
        >
          <DayChoice {...choice} />
        </Drawer>
      </>
    );
  }
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      width={350}
      trapFocus
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t`Choose days`}>
        <DayChoice {...choice} />
      </Popover.Dropdown>
    </Popover>
  );
}
