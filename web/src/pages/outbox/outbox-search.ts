import type { BroadcastFilter } from '../../api/broadcasts.ts';

/** Which messages are listed, as it stands in the address. */
export function outboxSearch(search: Record<string, unknown>): BroadcastFilter {
  const folder = folders.find((name) => name === search.folder);
  const state = states.find((name) => name === search.state);
  const text = search.text === undefined ? undefined : String(search.text).slice(0, 200);
  return { ...(folder && { folder }), ...(state && { state }), ...(text && { text }) };
}

const folders = ['appointments', 'other'] as const;
const states = ['scheduled', 'sending', 'sent'] as const;
