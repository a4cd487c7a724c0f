import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Audience } from '../contract/audience.ts';
import type { ImportReport } from '../contract/calendar.ts';
import type { ContactGroup } from '../contract/contact-group.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ApiClient } from './api-client.ts';
import type { SendOptions } from './send-options.ts';
import type { SendReport } from './send-report.ts';

/**
 * Whom a send is for: the people of a calendar file, those whom an earlier message did, or did not, reach, or saved
 * groups by their names.
 */
export type SendAudience =
  | { calendar: string; bytes: Uint8Array<ArrayBuffer>; from: string; to: string }
  | { recipients: NonNullable<Audience['recipients']> }
  | { groups: readonly string[] };

/** What the options say of it, with the file as it is; refused where that is not clear. */
export async function audienceOf(options: SendOptions): Promise<SendAudience> {
  const { calendar, from, to, unreachedOf, reachedBy, group } = options;
  const named = [calendar, unreachedOf, reachedBy, group].filter((one) => one !== undefined);
  if (named.length !== 1) {
    throw new Refusal(
      'Say to whom: --calendar, --unreached-of, --reached-by or --group, one of them.',
    );
  }
  if (group !== undefined) return { groups: group };
  if (unreachedOf !== undefined) {
    return { recipients: { broadcastId: unreachedOf, outcomes: ['not_reached'] } };
  }
  if (reachedBy !== undefined) {
    return { recipients: { broadcastId: reachedBy, outcomes: ['reached', 'not_sure'] } };
  }
  if (calendar === undefined || from === undefined || to === undefined) {
    throw new Refusal('With --calendar, say from when and until when: --from and --to.');
  }
  return { calendar, bytes: await readCalendar(calendar), from, to };
}

/** Imports the calendar file, where it is for its people, and names them as the API does. */
export async function nameAudience(
  api: ApiClient,
  audience: SendAudience,
  text: string | undefined,
  report: SendReport,
): Promise<Audience> {
  if ('recipients' in audience) return { ...audience, people: [] };
  if ('groups' in audience) return { groups: await groupIds(api, audience.groups), people: [] };
  const { calendar, bytes, from, to } = audience;
  const imported = await api.upload<ImportReport>(
    '/api/calendars/import',
    new Blob([bytes], { type: 'text/calendar' }),
    basename(calendar),
  );
  report.imported(imported);
  const filter = {
    from,
    to,
    calendarId: imported.calendar.id,
    ...(text === undefined ? {} : { text }),
  };
  return { appointments: { filter, excludeIds: [] }, people: [] };
}

/** Case does not matter in names of groups: no two differ by it alone. */
async function groupIds(api: ApiClient, names: readonly string[]): Promise<string[]> {
  const { items } = await api.get<{ items: ContactGroup[] }>('/api/contact-groups');
  return names.map((name) => {
    const found = items.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
    if (!found) {
      const known = items.map((one) => `“${one.name}”`).join(', ') || 'none is saved yet';
      throw new Refusal(`There is no group “${name}”. The groups: ${known}.`);
    }
    return found.id;
  });
}

async function readCalendar(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw new Refusal(`The calendar file ${path} cannot be read: check its name and your rights.`);
  }
}
