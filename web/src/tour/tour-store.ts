import { useSyncExternalStore } from 'react';

/** How far a newcomer is in the tour: what they sent in it, and whose device they answer on. */
export type Tour = {
  broadcastId: string | null;
  device: { kind: 'phone' | 'mailbox'; address: string } | null;
  hasAnswered: boolean;
};

const KEY = 'headsup.tour';
const start: Tour = { broadcastId: null, device: null, hasAnswered: false };
const listeners = new Set<() => void>();
let current = read();

/** Begins the tour, at its first step. */
export function beginTour(): void {
  keep(start);
}

/** Notes what was done in the tour; outside one it does nothing. */
export function noteInTour(change: Partial<Tour>): void {
  if (current !== null) keep({ ...current, ...change });
}

/** Ends the tour, wherever it is. */
export function endTour(): void {
  keep(null);
}

/** The tour as it stands; null: there is none. It survives a reload, in this tab. */
export function useTour(): Tour | null {
  return useSyncExternalStore(subscribe, () => current);
}

function keep(tour: Tour | null): void {
  current = tour;
  if (tour === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(tour));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): Tour | null {
  try {
    const kept = sessionStorage.getItem(KEY);
    // Only `keep` writes under this key.
    return kept === null ? null : { ...start, ...(JSON.parse(kept) as Partial<Tour>) };
  } catch {
    return null;
  }
}
