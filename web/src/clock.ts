/** Milliseconds since 1970 by this machine's clock; the only place of the page that reads it. */
export function now(): number {
  return Date.now();
}
