/** Milliseconds between two looks. */
const LOOK = 300;

/**
 * Resolves when the process that started this one is gone. `npm start` needs it: npm passes a signal on
 * to its shell only, and the shell ends without a word to us.
 */
export function lostParent(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      resolve();
    }, LOOK);
    timer.unref();
  });
}
