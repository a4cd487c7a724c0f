import { codeOf, type Failure } from '../../api/failure.ts';

const times: Readonly<Record<string, string>> = {
  time_does_not_exist:
    'The clocks go forward over this time: it does not exist on that day. Choose another.',
  time_exists_twice: 'The clocks go back over this time: it comes twice that day. Choose another.',
};

/** Adds what is wrong with the chosen time to the errors of the fields, at `sendLater`. */
export function withTimeErrors(
  errors: Map<string, string>,
  failure: Failure | null,
): Map<string, string> {
  const said = failure && times[codeOf(failure) ?? ''];
  if (said) errors.set('sendLater', said);
  return errors;
}

/** The error of the chosen time, wherever in `sendLater` the server put it. */
export function timeError(errors: ReadonlyMap<string, string>): string | undefined {
  return [...errors].find(([path]) => path.startsWith('sendLater'))?.[1];
}
