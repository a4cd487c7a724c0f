import { Temporal } from 'temporal-polyfill';
import type { Zone } from './zone.ts';

/** The zone of an IANA name, by this machine's rules; null where the name is not known. */
export function ianaZone(name: string): Zone | null {
  const known = knownName(name);
  if (known === null) return null;
  const offsets = new Map<number, number>();
  return {
    name: known,
    offsetAt: (instant) => {
      const remembered = offsets.get(instant);
      if (remembered !== undefined) return remembered;
      const offset = Math.round(
        Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(known)
          .offsetNanoseconds / 1e6,
      );
      offsets.set(instant, offset);
      return offset;
    },
  };
}

/** The name as IANA spells it. Bare offsets such as `+02:00`, which Intl also takes, are no names. */
function knownName(name: string): string | null {
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // Intl answers with an old alias for some (Asia/Calcutta); what was asked for is as good.
    return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
  } catch {
    return null;
  }
}
