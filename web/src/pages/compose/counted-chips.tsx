import type { ReactNode } from 'react';
import { ToChip } from './to-chip.tsx';

type Props<One> = {
  all: readonly One[];
  /** More than these are counted, not shown. */
  most: number;
  chip: (one: One) => ReactNode;
  more: (hidden: number) => { name: string; removes: string };
  onKeep: (some: readonly One[]) => void;
};

/** The first of many in To as chips, and one chip for all the others. */
export function CountedChips<One>({ all, most, chip, more, onKeep }: Props<One>) {
  const hidden = all.length - most;
  const shown = all.slice(0, most);
  return (
    <>
      {shown.map(chip)}
      {hidden > 0 && <ToChip {...more(hidden)} onRemove={() => onKeep(shown)} />}
    </>
  );
}
