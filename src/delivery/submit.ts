import type { RunningClock } from '../platform/clock.ts';
import type { Provider, SendOutcome, Submission } from '../providers/provider.ts';

/** Submits a message; whatever happens is an outcome. */
export function submit(
  clock: RunningClock,
  provider: Provider,
  submission: Submission,
  timeout: number,
): Promise<SendOutcome> {
  return inTime(clock, timeout, (signal) => provider.send(submission, signal));
}

/**
 * Calls a provider and waits for at most `timeout` milliseconds. After the call began, a time-out or a
 * bug in the provider leaves it uncertain.
 */
export async function inTime<Outcome>(
  clock: RunningClock,
  timeout: number,
  call: (signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome | { outcome: 'uncertain'; answer: string }> {
  const controller = new AbortController();
  let stopTimer = () => {};
  const timedOut = new Promise<{ outcome: 'uncertain'; answer: string }>((resolve) => {
    stopTimer = clock.timer(timeout, () => {
      controller.abort();
      resolve({ outcome: 'uncertain', answer: /*i18n*/ 'There was no answer in time.' });
    });
  });
  try {
    return await Promise.race([call(controller.signal), timedOut]);
  } catch (error) {
    return { outcome: 'uncertain', answer: `The connection to the provider failed: ${error}` };
  } finally {
    stopTimer();
  }
}
