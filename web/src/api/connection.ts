import { useSyncExternalStore } from 'react';

/** Milliseconds between two looks whether the connection is back. */
const AGAIN = 4_000;

let isLost = false;
let looking = false;
const listeners = new Set<() => void>();
window.addEventListener('offline', suspectConnection);

/** A call found no connection, or the browser says that there is none: looks whether Headsup answers anything. */
export function suspectConnection(): void {
  if (looking) return;
  looking = true;
  void look();
}

/** Whether Headsup cannot be reached at all; a single call that breaks is not it. */
export function useIsLost(): boolean {
  return useSyncExternalStore(subscribe, () => isLost);
}

async function look(): Promise<void> {
  const answers = await fetch('/api/health', { signal: AbortSignal.timeout(AGAIN) }).then(
    () => true,
    () => false,
  );
  if (isLost === answers) {
    isLost = !answers;
    for (const listener of listeners) listener();
  }
  looking = !answers;
  if (!answers) setTimeout(() => void look(), AGAIN);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
