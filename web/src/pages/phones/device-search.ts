import type { DeviceFilter } from '../../api/sandbox.ts';

/** Which pretend devices are shown, as it stands in the address. */
export function deviceSearch(search: Record<string, unknown>): DeviceFilter {
  const kind = search.kind === 'phone' || search.kind === 'mailbox' ? search.kind : undefined;
  const text = search.text === undefined ? undefined : String(search.text).slice(0, 200);
  return { ...(kind && { kind }), ...(text && { text }) };
}
