import { Button, Popover } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  /** What stands on the button, and what is asked, where that is not the same. */
  button: string;
  label?: string;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A small dialog at the button that opens it: what is decided there concerns nothing else on the page. */
export function AskingPopover({
  button,
  label = button,
  isOpen,
  onOpen,
  onClose,
  children,
}: Props) {
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => !opened && onClose()}
      position="bottom-end"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button variant="default" aria-haspopup="dialog" aria-expanded={isOpen} onClick={onOpen}>
          {button}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
