import { t } from '@lingui/core/macro';
import { count } from './count.ts';

/** Seconds in the words of someone who waits: "27 s", "4 min", "2 h 10 min". */
export function durationInWords(seconds: number): string {
  if (seconds < 60) return secondsInWords(Math.max(1, Math.round(seconds)));
  const allMinutes = Math.round(seconds / 60);
  if (allMinutes < 60) return t`${allMinutes} min`;
  const hours = count(Math.floor(allMinutes / 60));
  const minutes = allMinutes % 60;
  return t`${hours} h ${minutes} min`;
}

/** Whole seconds, less than a minute of them: "27 s". */
export function secondsInWords(seconds: number): string {
  return t`${seconds} s`;
}
