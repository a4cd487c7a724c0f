/** The filter, and which contact is open. */
type ContactSearch = { text?: string; tag?: string; contact?: string };

/** Which contacts are listed, and which is open, as it stands in the address. */
export function contactSearch(search: Record<string, unknown>): ContactSearch {
  const text = search.text === undefined ? undefined : String(search.text).slice(0, 200);
  const tag = search.tag === undefined ? undefined : String(search.tag).slice(0, 100);
  const contact = typeof search.contact === 'string' ? search.contact : undefined;
  return { ...(text && { text }), ...(tag && { tag }), ...(contact && { contact }) };
}
