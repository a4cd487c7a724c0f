import type { QuietHours as QuietWindow } from '../contract/sending-policy.ts';
import { type DayPart, dayPart, type Span, spanIn } from './zone-span.ts';

/** Milliseconds within which an hour that is permitted in all zones of a person is looked for. */
const HORIZON = 48 * 3_600_000;
/** Sets of zones that are remembered; an account has a handful, or a few dozen. */
const REMEMBERED = 2_000;

type Known = Span & { since: number };

/**
 * Hours in which nothing goes out, by the clocks of the recipient. Somebody who may be in several
 * zones is written to when it is permitted in each (rule 11 of ARCHITECTURE); where the zones lie so
 * far apart that no such hour comes within two days, the first of them, their likeliest, decides
 * alone. What was found for a set of zones is remembered for as long as it holds, so that asking
 * for thousands a second costs a look-up each.
 *
 * @example new QuietHours({ from: '21:00', until: '08:00' }, 'America/New_York')
 *   .quietUntil(['America/Chicago'], new Date('2027-03-08T04:00Z')) // 2027-03-08T14:00Z
 */
export class QuietHours {
  readonly #part: DayPart;
  readonly #home: string;
  readonly #known = new Map<string, Known>();

  /** `home`: whose hours hold for people none of whose zones is known to this machine. */
  constructor({ from, until }: Pick<QuietWindow, 'from' | 'until'>, home: string) {
    this.#part = dayPart(from, until);
    this.#home = home;
  }

  /** Null where it is permitted at `at`; else the first instant from then on at which it is. */
  quietUntil(zones: readonly string[], at: Date): Date | null {
    const now = at.getTime();
    const key = zones.join(' ');
    const remembered = this.#known.get(key);
    const span =
      remembered && remembered.since <= now && now < remembered.until
        ? remembered
        : this.#find(key, zones, now);
    return span.isInside ? new Date(span.until) : null;
  }

  #find(key: string, zones: readonly string[], now: number): Span {
    const known = zones.filter(isKnown);
    const span = { ...this.#spanOf(known.length > 0 ? known : [this.#home], now), since: now };
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(key, span);
    return span;
  }

  #spanOf(zones: readonly string[], now: number): Span {
    const first = this.#together(zones, now);
    if (!first.isInside) return first;
    let opens = first.until;
    while (opens <= now + HORIZON) {
      const then = this.#together(zones, opens);
      if (!then.isInside) return { isInside: true, until: opens };
      opens = then.until;
    }
    return this.#together(zones.slice(0, 1), now);
  }

  /** Quiet where it is so in any zone, at least until the last of these ends; permitted until the first begins. */
  #together(zones: readonly string[], at: number): Span {
    const spans = zones.map((zone) => spanIn(zone, this.#part, at));
    const quiet = spans.filter(({ isInside }) => isInside);
    if (quiet.length === 0) {
      return { isInside: false, until: Math.min(...spans.map(({ until }) => until)) };
    }
    return { isInside: true, until: Math.max(...quiet.map(({ until }) => until)) };
  }
}

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
