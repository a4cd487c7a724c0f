/** The fields that are a point of time, which the filters date, day, time and add_minutes take. */
const momentFields: ReadonlySet<string> = new Set([
  'event.date_phrase',
  'event.time_phrase',
  'event.day_and_time_phrase',
  'event.end_time_phrase',
  'event.starts_at',
  'event.ends_at',
]);

/** Whether a merge field is a point of time. */
export function isMomentField(field: string): boolean {
  return momentFields.has(field);
}
