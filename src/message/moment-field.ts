/** The fields that are a point of time, which the filters date, time and add_minutes take. */
const momentFields: ReadonlySet<string> = new Set([
  'event.date_phrase',
  'event.time_phrase',
  'event.day_and_time_phrase',
]);

/** Whether a merge field is a point of time. */
export function isMomentField(field: string): boolean {
  return momentFields.has(field);
}
