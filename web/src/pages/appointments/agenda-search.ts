/** What of the agenda is shown, as it stands in the address. Without a range it is what is to come. */
export type AgendaSearch = {
  range?: 'today' | 'tomorrow' | 'week' | 'days' | undefined;
  from?: string | undefined;
  to?: string | undefined;
  text?: string | undefined;
  /** The ids of the calendars that are shown, with commas between them; not there: all. */
  calendar?: string | undefined;
  /** Only those with somebody of whom it is not clear which contact it is. */
  match?: 'ambiguous' | undefined;
  /** Only those with somebody who answered so, or has not yet. */
  answer?: 'confirmed' | 'none' | 'cancelled' | 'reschedule' | undefined;
  /** Only those about which somebody was messaged, or nobody. */
  messaged?: 'yes' | 'no' | undefined;
};

/** Reads the address; what it does not understand, it leaves out. */
export function agendaSearch(search: Record<string, unknown>): AgendaSearch {
  const range = ranges.find((name) => name === search.range);
  const from = range === 'days' ? day(search.from) : undefined;
  const to = range === 'days' ? day(search.to) : undefined;
  const text = search.text === undefined ? undefined : String(search.text).slice(0, 200);
  const calendar = typeof search.calendar === 'string' ? search.calendar : undefined;
  const answer = answers.find((name) => name === search.answer);
  const messaged = (['yes', 'no'] as const).find((name) => name === search.messaged);
  return {
    ...(range && { range }),
    ...(from && { from }),
    ...(to && { to }),
    ...(text && { text }),
    ...(calendar && { calendar }),
    ...(search.match === 'ambiguous' && { match: search.match }),
    ...(answer && { answer }),
    ...(messaged && { messaged }),
  };
}

const answers = ['confirmed', 'none', 'cancelled', 'reschedule'] as const;
const ranges = ['today', 'tomorrow', 'week', 'days'] as const;

function day(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}
