import { InvalidArgumentError } from 'commander';
import { addMap } from './map-option.ts';
import { addFallback, readRedial } from './way-options.ts';

/** A count as it is typed; commander tells what it refuses. */
export function countOption(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('Write a number of people, as in 1234.');
  return Number(text);
}

/** Adds one more to those that were typed before it. */
export function fallbackOption(text: string, before?: Parameters<typeof addFallback>[1]) {
  const steps = addFallback(text, before);
  if (steps) return steps;
  throw new InvalidArgumentError(
    'Write two of sms, email and call, as in sms:call or sms:call:30.',
  );
}

/** How often a call is made again. */
export function redialOption(text: string) {
  const redial = readRedial(text);
  if (redial) return redial;
  throw new InvalidArgumentError('Write how often and how many minutes apart, as in 3x10.');
}

/** Adds one more to those that were typed before it. */
export function mapOption(text: string, before?: Parameters<typeof addMap>[1]) {
  const pairs = addMap(text, before);
  if (pairs) return pairs;
  throw new InvalidArgumentError('Write a header and what it becomes, as in "Handy=phone:mobile".');
}

/** Minutes as they are typed; the server says how many there may be. */
export function minutesOption(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write minutes, as in 90.');
  return Number(text);
}
