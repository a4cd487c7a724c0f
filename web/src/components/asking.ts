import { useEffect, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let questions = 0;

/** Notes that a question is open, as long as it is. */
export function useAsking(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    add(1);
    return () => add(-1);
  }, [isOpen]);
}

/** Whether a question lies over whatever is open: Escape then answers the question alone. */
export function useIsAsked(): boolean {
  return useSyncExternalStore(subscribe, () => questions > 0);
}

function add(number: number): void {
  questions += number;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
