/** Milliseconds that the page has for itself first. */
const PAUSE = 300;

/** Does something once the page has been there for a moment and the browser has nothing else to do; returns how to call it off. */
export function whenIdle(does: () => void): () => void {
  const timer = setTimeout(() => {
    // Safari has no such thing.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(does);
    else does();
  }, PAUSE);
  return () => clearTimeout(timer);
}
