import { useSyncExternalStore } from 'react';
import { now } from '../clock.ts';

/** What this tab sent last: enough to offer to take it back, and to confirm it afterwards. */
export type JustSent = {
  broadcastId: string;
  title: string;
  people: number;
  messages: number;
  /** Milliseconds by this machine's clock until which it can be taken back whole. */
  undoUntil: number;
  /** In words, for what was scheduled instead. */
  scheduledFor: string | null;
};

const key = 'headsup.just-sent';
const listeners = new Set<() => void>();
let current = read();

/** Shows the bar for a message. It survives a reload, since the hold is the server's. */
export function setJustSent(value: JustSent | null): void {
  current = value;
  if (value === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(value));
  for (const listener of listeners) listener();
}

/** Leaves the bar as it stands, and not for another time: all that it was to tell has been told. */
export function endJustSent(): void {
  sessionStorage.removeItem(key);
}

/** Takes the bar away where it speaks of a message as it is no longer: it goes out at another time. */
export function forgetJustSent(broadcastId: string): void {
  if (current?.broadcastId === broadcastId) setJustSent(null);
}

/** The message for which the bar stands, if any. */
export function useJustSent(): JustSent | null {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A confirmation that was left standing is of no interest an hour later. */
function read(): JustSent | null {
  try {
    const stored = sessionStorage.getItem(key);
    if (stored === null) return null;
    // Only `setJustSent` writes under this key.
    const value = JSON.parse(stored) as JustSent;
    return now() - value.undoUntil < 3_600_000 ? value : null;
  } catch {
    return null;
  }
}
