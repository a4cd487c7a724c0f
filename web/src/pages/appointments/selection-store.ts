import { useSyncExternalStore } from 'react';
import { emptySelection, type Selection } from './selection.ts';

let current: Selection = emptySelection;
const listeners = new Set<() => void>();

/** Changes what is ticked; it outlives filtering, paging and a look at another page. */
export function setSelection(next: Selection): void {
  current = next;
  for (const listener of listeners) listener();
}

/** What is ticked now, for a handler. */
export function getSelection(): Selection {
  return current;
}

/** What is ticked, for a component. */
export function useSelection(): Selection {
  return useSyncExternalStore(subscribe, getSelection);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
