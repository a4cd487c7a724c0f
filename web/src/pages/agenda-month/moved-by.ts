import { addDays } from '../../format/day.ts';
import { addMonths, dayInMonth } from '../../format/month.ts';

type Key = { key: string; shiftKey: boolean };

/** The day to which a key leads from another one; null where it leads nowhere. */
export function movedBy(
  { key, shiftKey }: Key,
  day: string,
  weeks: readonly (readonly string[])[],
): string | null {
  const byMonths = (months: number) => dayInMonth(day, addMonths(day.slice(0, 7), months));
  const week = weeks.find((days) => days.includes(day));
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return week?.[0] ?? null;
    case 'End':
      return week?.at(-1) ?? null;
    case 'PageUp':
      return byMonths(shiftKey ? -12 : -1);
    case 'PageDown':
      return byMonths(shiftKey ? 12 : 1);
    default:
      return null;
  }
}
