import { constants } from 'node:os';

/** Ctrl-C, `kill`, and the terminal that closes. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Resolves at the first request to stop from now on, with the exit code that a shell gives it. Asked
 * for before a start, so that one that comes while PostgreSQL starts does not leave it behind. A
 * second Ctrl-C ends the process at once. `forget` gives the signals their usual meaning back.
 */
export function stopSignal(): { asked: Promise<number>; forget(): void } {
  let forget: () => void = () => undefined;
  const asked = new Promise<number>((resolve) => {
    const hear = (signal: NodeJS.Signals) => {
      forget();
      const code = 128 + constants.signals[signal];
      process.once('SIGINT', () => process.exit(code));
      resolve(code);
    };
    for (const signal of SIGNALS) process.on(signal, hear);
    forget = () => {
      for (const signal of SIGNALS) process.off(signal, hear);
    };
  });
  return { asked, forget: () => forget() };
}
