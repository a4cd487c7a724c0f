import { t } from '@lingui/core/macro';
import type { Failure } from '../api/failure.ts';
import { serverSays } from '../language/server-says.ts';

/** A failure in words: what happened, and what to do. */
export type FailureWords = { what: string; todo: string };

/** Says what went wrong with a call that only reads. */
export function failureInWords(failure: Failure): FailureWords {
  switch (failure.kind) {
    case 'problem': {
      const { title, detail, said } = failure.problem;
      return {
        what: serverSays(title),
        todo: detail === undefined ? '' : serverSays(detail, said),
      };
    }
    case 'offline':
      return {
        what: t`No connection to Headsup.`,
        todo: t`Check that this device is online and that Headsup is running, then try again.`,
      };
    case 'timeout':
      return { what: t`Headsup did not answer in time.`, todo: t`Try again in a moment.` };
    case 'unreadable': {
      const { status } = failure;
      return {
        what: t`Something between this page and Headsup answered instead (${status}).`,
        todo: t`Try again in a moment; if it stays so, the network or a proxy needs a look.`,
      };
    }
  }
}

/** Says what went wrong with sending: whether anything went out, and what to do. */
export function sendFailureInWords(failure: Failure): FailureWords {
  const { what, todo } = failureInWords(failure);
  if (failure.kind === 'problem') {
    return { what: t`Nothing was sent. ${what}`, todo };
  }
  return {
    what: t`${what} It may have been taken all the same.`,
    todo: t`Your message is kept. Press the button again: it cannot be sent twice.`,
  };
}

/** What a problem says of single fields, by path in dots: `content.sms.text`. */
export function fieldErrors(failure: Failure | null): Map<string, string> {
  const errors = failure?.kind === 'problem' ? (failure.problem.errors ?? []) : [];
  return new Map(
    errors.map(({ path, message, said }) => [
      path.replace(/^[./#]+|^body[./]/, '').replaceAll('/', '.'),
      serverSays(message, said),
    ]),
  );
}
