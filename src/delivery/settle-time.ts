import type { Capabilities } from '../providers/provider.ts';

/** Beyond a provider's own time-out: after it, whoever opened the attempt is surely not waiting any more. */
const GRACE = 5_000;
/** Milliseconds for which two clocks may differ, or a machine may have stood still unnoticed. */
const MARGIN = 10_000;

/** Until when an attempt that was opened then may be on the wire. */
export function windowEnd(capabilities: Capabilities, openedAt: Date): Date {
  return new Date(openedAt.getTime() + capabilities.timeout + GRACE);
}

/**
 * When a provider is asked for the first time about an attempt that is in doubt now; null where it
 * cannot be asked. That it has the message is believed at once, and people wait for it.
 */
export function firstAsking(capabilities: Capabilities, now: Date): Date | null {
  if (!capabilities.query && !canList(capabilities)) return null;
  return new Date(now.getTime() + capabilities.visibilityLag);
}

/**
 * From when on a provider that does not show a message is believed never to have taken it: the
 * window must have ended, or what is still on the wire could arrive after the question.
 */
export function absenceBelievedFrom(capabilities: Capabilities, windowUntil: Date): Date {
  return new Date(windowUntil.getTime() + capabilities.visibilityLag + MARGIN);
}

/** A listing settles only where an id is one message's: otherwise two attempts could take the same. */
export function canList(capabilities: Capabilities): boolean {
  return capabilities.listing && capabilities.uniqueRefs;
}
