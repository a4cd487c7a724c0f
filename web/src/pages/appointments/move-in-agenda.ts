import type { KeyboardEvent } from 'react';

/**
 * The arrow keys move within the agenda, which is one stop of Tab: up and down from checkbox to
 * checkbox or from person to person, left and right along a line. (WAI-ARIA, grid pattern.)
 */
export function moveInAgenda(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event;
  const row = target instanceof HTMLElement ? target.closest('tr') : null;
  if (!(target instanceof HTMLElement) || row === null) return;
  const next =
    key === 'ArrowDown' || key === 'ArrowUp'
      ? sameColumn(currentTarget, target, key === 'ArrowDown' ? 1 : -1)
      : key === 'ArrowRight' || key === 'ArrowLeft'
        ? neighbour(controls(row), target, key === 'ArrowRight' ? 1 : -1)
        : undefined;
  if (next === undefined) return;
  event.preventDefault();
  goTo(next);
}

/** Goes from a control one line down (1) or up (-1), in its column; of another kind, to the checkbox. */
export function step(table: HTMLElement, from: HTMLElement, by: 1 | -1): void {
  const next = sameColumn(table, from, by);
  if (next) goTo(next);
}

function goTo(control: HTMLElement): void {
  control.focus();
  control.scrollIntoView({ block: 'nearest' });
}

function controls(within: HTMLElement): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>('input, button')];
}

/** Checkboxes are a column, titles are one, names are one, counts are one. */
function sameColumn(table: HTMLElement, from: HTMLElement, step: number): HTMLElement | undefined {
  const kind = Math.max(0, byKind(from.closest('tr')).indexOf(from));
  const column = [...table.querySelectorAll('tr')].flatMap((row) => {
    return byKind(row)[kind] ?? [];
  });
  return neighbour(column, from, step);
}

function byKind(row: HTMLElement | null): (HTMLElement | undefined)[] {
  if (row === null) return [];
  const [name, count] = row.querySelectorAll<HTMLElement>('button:not([data-title])');
  const title = row.querySelector<HTMLElement>('[data-title]');
  return [row.querySelector('input') ?? undefined, title ?? undefined, name, count];
}

function neighbour(list: HTMLElement[], from: HTMLElement, step: number): HTMLElement | undefined {
  const index = list.indexOf(from);
  return index < 0 ? undefined : list[index + step];
}
