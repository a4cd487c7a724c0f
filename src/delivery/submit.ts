import type { RunningClock } from '../platform/clock.ts';
import type { Provider, SendOutcome, Submission } from '../providers/provider.ts';

/**
 * Calls the provider and waits for at most `timeout` milliseconds. Whatever happens is an outcome:
 * after the call began, a time-out or a bug in the provider leaves it uncertain.
 */
export async function submit(
  clock: RunningClock,
  provider: Provider,
  submission: Submission,
  timeout: number,
): Promise<SendOutcome> {
  const controller = new AbortController();
  let stopTimer = () => {};
  const timedOut = new Promise<SendOutcome>((resolve) => {
    stopTimer = clock.timer(timeout, () => {
      controller.abort();
      resolve({ outcome: 'uncertain', answer: `No answer within ${timeout / 1_000} seconds.` });
    });
  });
  try {
    return await Promise.race([provider.send(submission, controller.signal), timedOut]);
  } catch (error) {
    return { outcome: 'uncertain', answer: `The connection to the provider failed: ${error}` };
  } finally {
    stopTimer();
  }
}
