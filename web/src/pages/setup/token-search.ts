/** The one-time token of the link that the terminal printed. */
export function tokenSearch(search: Record<string, unknown>): { token?: string | undefined } {
  // A token made of digits alone is read as a number by the router.
  const { token } = search;
  return typeof token === 'string' || typeof token === 'number' ? { token: String(token) } : {};
}
