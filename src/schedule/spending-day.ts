import { Temporal } from 'temporal-polyfill';

/** A day of spending: its key, which sorts as time does, and when the next one begins. */
export type SpendingDay = { key: string; endsAt: Date };

/** The day in which an instant falls by the account's clock; it may have 23 or 25 hours. */
export function spendingDay(timeZone: string, now: Date): SpendingDay {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const tomorrow = today.startOfDay().add({ days: 1 }).startOfDay();
  return { key: today.toPlainDate().toString(), endsAt: new Date(tomorrow.epochMilliseconds) };
}
