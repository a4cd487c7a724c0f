/** Fields that are said from another one: they are empty where that one is. */
const saidFrom: Readonly<Record<string, readonly string[]>> = {
  'event.date_phrase': ['event', 'starts_at'],
  'event.time_phrase': ['event', 'starts_at'],
  'event.day_and_time_phrase': ['event', 'starts_at'],
  'event.end_time_phrase': ['event', 'ends_at'],
  'event.duration': ['event', 'ends_at'],
};

/** Whether a merge field is the same for all recipients, or known of each, and so never empty for one of them. */
export function isConstantField(field: string): boolean {
  return (
    field.startsWith('account.') || field.startsWith('user.') || field === 'participant.language'
  );
}

/**
 * Where in the frozen `RecipientFields` (as a jsonb path) it shows whether a merge field is empty:
 * missing, null or ''. An empty path stands for a constant, which never is.
 */
export function emptyFieldPath(field: string): readonly string[] {
  if (isConstantField(field)) return [];
  return saidFrom[field] ?? field.split('.');
}
