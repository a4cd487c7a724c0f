type Value = string | number | undefined | null;

/** A query string with its `?`, or nothing; empty and undefined parts are left out, lists are repeated. */
export function queryString(parts: Record<string, Value | readonly string[]>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
    }
  }
  return query.size === 0 ? '' : `?${query}`;
}
