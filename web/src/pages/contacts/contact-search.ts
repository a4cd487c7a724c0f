/** The filter as it stands in the address. */
type ContactSearch = { text?: string; tag?: string };

/** Which contacts are listed, as it stands in the address. */
export function contactSearch(search: Record<string, unknown>): ContactSearch {
  const text = search.text === undefined ? undefined : String(search.text).slice(0, 200);
  const tag = search.tag === undefined ? undefined : String(search.tag).slice(0, 100);
  return { ...(text && { text }), ...(tag && { tag }) };
}
