import { useSyncExternalStore } from 'react';
import { now } from '../../clock.ts';
import { type Draft, newDraft } from './draft.ts';
import { plainCall } from './draft-media.ts';

const listeners = new Set<() => void>();
let current: Draft | null = null;
let account = '';

/**
 * The draft of an account, kept in this browser: it outlives a reload, a lost connection and an
 * ended session.
 */
export function draftOf(accountId: string): Draft {
  if (current === null || account !== accountId) {
    account = accountId;
    current = read();
  }
  return current;
}

/** The draft of an account, for a component. */
export function useDraft(accountId: string): Draft {
  return useSyncExternalStore(subscribe, () => draftOf(accountId));
}

/** Changes parts of the draft, and keeps it. */
export function changeDraft(accountId: string, change: Partial<Draft>): void {
  current = { ...draftOf(accountId), ...change, savedAt: now() };
  try {
    localStorage.setItem(storageKey(), JSON.stringify(current));
  } catch {
    // Storage is full or forbidden: the draft still lives as long as the page.
  }
  tell();
}

/** Throws away what was written. What is ticked stays so, here as on the page, but for what another message was to. */
export function discardDraft(accountId: string): void {
  const { ticked, replaces } = draftOf(accountId);
  clearDraft(accountId);
  if (ticked !== null && replaces === null) changeDraft(accountId, { ticked });
}

/** Begins afresh, after sending. */
export function clearDraft(accountId: string): void {
  account = accountId;
  current = newDraft();
  localStorage.removeItem(storageKey());
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', followOtherTab);
  return () => listeners.delete(listener);
}

/** The same draft open in two tabs is one draft, or it would be sent from both. */
function followOtherTab(event: StorageEvent): void {
  if (event.key !== storageKey()) return;
  current = read();
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function read(): Draft {
  try {
    const stored = localStorage.getItem(storageKey());
    if (stored === null) return newDraft();
    // Only this file writes under the key; a draft of an older version lacks at most a few parts.
    const draft = { ...newDraft(), ...(JSON.parse(stored) as Draft) };
    return { ...draft, call: { ...plainCall, ...draft.call } };
  } catch {
    return newDraft();
  }
}

function storageKey(): string {
  return `headsup.draft.${account}`;
}
