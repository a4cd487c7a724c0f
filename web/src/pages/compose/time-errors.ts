import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { codeOf, type Failure } from '../../api/failure.ts';
import { failureInWords } from '../../wording/failures.ts';

const times: Readonly<Record<string, MessageDescriptor>> = {
  time_does_not_exist: msg`The clocks go forward over this time: it does not exist on that day. Choose another.`,
  time_exists_twice: msg`The clocks go back over this time: it comes twice that day. Choose another.`,
  time_is_past: msg`This time has passed. Choose a later one.`,
};

/**
 * Adds what is wrong with the chosen time to the errors of the fields, at `sendLater`; in each recipient's
 * own time, in the server's words, which name the zones.
 */
export function withTimeErrors(
  errors: Map<string, string>,
  failure: Failure | null,
  isEachOwn: boolean,
): Map<string, string> {
  const code = failure && codeOf(failure);
  if (failure && code && /^(invalid_time$|time_)/.test(code)) {
    const zones = isEachOwn ? failureInWords(failure).todo : '';
    const own = times[code];
    errors.set('sendLater', zones || (own ? i18n._(own) : failureInWords(failure).what));
  }
  return errors;
}

/** The error of the chosen time, wherever in `sendLater` the server put it. */
export function timeError(errors: ReadonlyMap<string, string>): string | undefined {
  return [...errors].find(([path]) => path.startsWith('sendLater'))?.[1];
}
