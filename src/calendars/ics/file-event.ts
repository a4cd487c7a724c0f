import type { Sentence } from '../../contract/said.ts';
import type { Attendee } from '../calendar.ts';
import type { DateValue } from './date-value.ts';
import type { Duration } from './duration.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';

/** A VEVENT as it stands in the file: its times are not resolved and its rules not followed yet. */
export type FileEvent = {
  line: number;
  calendar: number;
  uid: string;
  sequence: number;
  title: string;
  description: string;
  location: string;
  status: 'confirmed' | 'tentative' | 'cancelled';
  attendees: Attendee[];
  start: DateValue;
  end: DateValue | null;
  duration: Duration | null;
  rules: RecurrenceRule[];
  extraDates: DateValue[];
  exceptDates: DateValue[];
  /** The original start of the instance that this event replaces. */
  recurrenceId: DateValue | null;
  /** It replaces all later instances too. */
  thisAndFuture: boolean;
  /** What was left out of it though it came in, in a sentence. */
  warning: Sentence | null;
};
