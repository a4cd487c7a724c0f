/** The number that tests from this browser went to last, as it was typed; empty: none yet. */
export function lastTestPhone(user: string): string {
  try {
    return localStorage.getItem(keyOf(user)) ?? '';
  } catch {
    return '';
  }
}

/** Remembers where tests go, so that the next one says so before it is sent. */
export function rememberTestPhone(user: string, phone: string): void {
  try {
    localStorage.setItem(keyOf(user), phone);
  } catch {
    // Storage is full or forbidden: it is typed again.
  }
}

function keyOf(user: string): string {
  return `headsup.test-phone.${user}`;
}
