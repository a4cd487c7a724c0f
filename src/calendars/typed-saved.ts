import type { FieldSentence } from '../contract/said.ts';
import type { TimesProblem } from './typed-times.ts';

/** Of the account: its id, how national numbers are read, and whose clock is meant where none is named. */
export type Home = { id: string; country: string; timeZone: string };

/** What became of what was typed. `awaited`: who may not be taken off, as messages are still to go out to them. */
export type TypedSaved =
  | { id: string; isNew: boolean }
  | TimesProblem
  | { refused: 'missing' | 'not_typed_in' | 'key_reused' }
  | { awaited: string[] };

/** That there is no such calendar. */
export const noCalendar: { problems: FieldSentence[] } = {
  problems: [{ path: 'calendarId', message: /*i18n*/ 'there is no such calendar' }],
};
