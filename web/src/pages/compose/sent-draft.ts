import { type Draft, newDraft } from './draft.ts';

const KEY = 'headsup.sent-draft';

type Kept = { broadcastId: string; draft: Draft };

/** Keeps what was just sent, in this tab: whoever takes it back may want to write on. */
export function keepSentDraft(kept: Kept): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage is full or forbidden: it cannot be offered again.
  }
}

/** The draft that became a message, to be sent as another one; null where it is not known any more. */
export function sentDraft(broadcastId: string): Draft | null {
  try {
    // Only this file writes under the key.
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
    if (kept?.broadcastId !== broadcastId) return null;
    const fresh = newDraft();
    return { ...fresh, ...kept.draft, key: fresh.key };
  } catch {
    return null;
  }
}

/** Forgets it: it is nobody else's. */
export function forgetSentDraft(): void {
  sessionStorage.removeItem(KEY);
}
