import type { Application } from '../application.ts';

/** What `headsup serve` needs: how to start, and where to speak. */
export type ServeParts = {
  start(): Promise<Application>;
  say(line: string): void;
};

/**
 * Runs the server until Ctrl-C or SIGTERM, then drains and stops; a second Ctrl-C stops at once.
 * Resolves with the exit code.
 */
export async function serve({ start, say }: ServeParts): Promise<number> {
  const application = await start();
  say(`Headsup is ready: ${application.url}`);
  if (application.setupLink) {
    say('Nobody owns it yet. Open this link to make it yours (it works once):');
    say(`  ${application.setupLink}`);
  }
  const asked = new Promise<null>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.once(signal, () => resolve(null));
    }
  });
  const failure = await Promise.race([asked, application.failed]);
  process.once('SIGINT', () => process.exit(130));
  say(failure ?? 'Stopping: finishing what is on the wire…');
  await application.stop();
  if (failure === null) say('Stopped.');
  return failure === null ? 0 : 1;
}
