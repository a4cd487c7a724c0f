import type { Application } from '../application.ts';
import { lostParent } from './lost-parent.ts';
import { stopSignal } from './stop-signal.ts';

/** What `headsup serve` needs: how to start, and where to speak. */
export type ServeParts = {
  start(): Promise<Application>;
  say(line: string): void;
  /** Stop too when the process that started this one is gone. */
  withParent: boolean;
};

/**
 * Runs the server until Ctrl-C or SIGTERM, then drains and stops; a second Ctrl-C stops at once.
 * Resolves with the exit code.
 */
export async function serve({ start, say, withParent }: ServeParts): Promise<number> {
  const { asked } = stopSignal();
  const stop = withParent ? Promise.race([asked, lostParent()]) : asked;
  const application = await start();
  say(`Headsup is ready: ${application.url}`);
  if (application.setupLink) {
    say('Nobody owns it yet. Open this link to make it yours (it works once):');
    say(`  ${application.setupLink}`);
  }
  const failure = await Promise.race([stop.then(() => null), application.failed]);
  say(failure ?? 'Stopping: finishing what is on the wire…');
  await application.stop();
  if (failure === null) say('Stopped.');
  return failure === null ? 0 : 1;
}
