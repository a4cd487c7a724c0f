import type { RefObject } from 'react';
import { useKeys } from '../../shortcuts/use-keys.ts';
import { step } from './move-in-agenda.ts';

/** j and k go from line to line and x ticks the one that they are at, from wherever one is. */
export function useAgendaKeys(agenda: RefObject<HTMLElement | null>): void {
  const move = (by: 1 | -1) => {
    const table = agenda.current;
    const at = document.activeElement;
    if (table && at instanceof HTMLElement && table.contains(at)) step(table, at, by);
    else table?.querySelector<HTMLElement>('tbody input')?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1), x: () => boxAt(agenda.current)?.click() });
}

/** The checkbox of the line that has the focus; a person's line belongs to the appointment above it. */
function boxAt(table: HTMLElement | null): HTMLInputElement | null {
  const at = document.activeElement;
  if (!table?.contains(at)) return null;
  for (let row = at?.closest('tr'); row; row = previousRow(row)) {
    const box = row.querySelector('input');
    if (box) return box;
  }
  return null;
}

function previousRow(row: HTMLTableRowElement): HTMLTableRowElement | null {
  return row.previousElementSibling instanceof HTMLTableRowElement
    ? row.previousElementSibling
    : null;
}
