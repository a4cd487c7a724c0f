import type { Application, ServedApi } from '../application.ts';
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
  sayReady(application.api, say);
  const failure = await Promise.race([stop.then(() => null), application.failed]);
  say(failure ?? 'Stopping: finishing what is on the wire…');
  await application.stop();
  if (failure === null) say('Stopped.');
  return failure === null ? 0 : 1;
}

function sayReady(api: ServedApi | null, say: (line: string) => void): void {
  if (!api) {
    say('Headsup is at work beside others; it serves no page here.');
    return;
  }
  say(`Headsup is ready: ${api.url}`);
  if (!api.setupLink) return;
  say('Nobody owns it yet. Open this link to make it yours (it works once):');
  say(`  ${api.setupLink}`);
}
