import { noteEventFields } from '../account/custom-field.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import {
  type AppointmentDraft,
  draftAppointment,
  isBareCancellation,
} from './appointment-draft.ts';
import type { CalendarEvent, ParsedCalendar } from './calendar.ts';
import { matchContacts } from './match-contacts.ts';
import { openCalendar } from './open-calendar.ts';
import { releaseChanged } from './release-changed.ts';
import { writeParticipants } from './write-participants.ts';

const UPSERT = sqlFile(import.meta.url, './sql/upsert-appointments.sql');
const CANCEL = sqlFile(import.meta.url, './sql/cancel-appointments.sql');
const CANCEL_MISSING = sqlFile(import.meta.url, './sql/cancel-missing.sql');
/** Rows a statement; memory for one batch at a time. */
const BATCH = 1_000;

/** What to import, and into which calendar of which account. */
export type CalendarImport = {
  accountId: string;
  calendarName: string;
  /** ISO 3166-1 alpha-2; how national numbers are read. */
  country: string;
  parsed: ParsedCalendar;
};

/** What an import did; `people` counts the participants found in all events. */
export type ImportCounts = {
  calendarId: string;
  added: number;
  changed: number;
  unchanged: number;
  people: number;
};

/**
 * Brings a calendar's appointments in, inside one transaction of the account. The same calendar again
 * writes nothing; a changed event keeps its id, and its people keep theirs. Nothing is removed, for a
 * file may hold one week only; what the calendar cancels, or leaves out of a series that it holds
 * whole, becomes cancelled.
 */
export async function importCalendar(
  client: Queryable,
  { accountId, calendarName, country, parsed }: CalendarImport,
): Promise<ImportCounts> {
  const calendarId = await openCalendar(client, accountId, calendarName);
  const counts = { calendarId, added: 0, changed: 0, unchanged: 0, people: 0 };
  const written: string[] = [];
  const changed: string[] = [];
  for (const events of batchesOf(parsed.events)) {
    const drafts = events.map((event) => draftAppointment(event, country));
    const batch = await importBatch(client, accountId, drafts, counts);
    written.push(...batch.participantIds);
    changed.push(...batch.changedIds);
  }
  const missing = await cancelMissing(client, accountId, calendarId, parsed);
  await matchContacts(client, accountId, written);
  await releaseChanged(client, accountId, changed);
  return { ...counts, changed: counts.changed + missing };
}

/** Batches in which no appointment occurs twice; of two under one name the later counts. */
function batchesOf(events: readonly CalendarEvent[]): CalendarEvent[][] {
  const byName = new Map(events.map((event) => [`${event.uid}\n${event.instance}`, event]));
  const distinct = [...byName.values()];
  const batches: CalendarEvent[][] = [];
  for (let i = 0; i < distinct.length; i += BATCH) batches.push(distinct.slice(i, i + BATCH));
  return batches;
}

/** Brings in a batch, adds to the counts, and returns who was written and which appointments say something else. */
async function importBatch(
  client: Queryable,
  accountId: string,
  drafts: readonly AppointmentDraft[],
  counts: ImportCounts,
): Promise<{ participantIds: string[]; changedIds: string[] }> {
  const bare = drafts.filter(isBareCancellation);
  const full = drafts.filter((draft) => !isBareCancellation(draft));
  const byName = new Map(full.map((draft) => [`${draft.uid}\n${draft.instance}`, draft]));
  const { rows } = await client.query<Written>(UPSERT, [
    accountId,
    counts.calendarId,
    JSON.stringify(full.map(({ people: _, labels: __, ...columns }) => columns)),
  ]);
  const participantIds = await writeParticipants(
    client,
    accountId,
    rows.map(({ id, uid, instance }) => ({
      appointmentId: id,
      people: byName.get(`${uid}\n${instance}`)?.people ?? [],
    })),
  );
  const labels = full.flatMap((draft) => draft.labels);
  const byKey = new Map(labels.map(({ key, label }) => [key, label]));
  await noteEventFields(client, accountId, byKey);
  const cancelled = await client.query(CANCEL, [
    accountId,
    counts.calendarId,
    bare.map((draft) => draft.uid),
    bare.map((draft) => draft.instance),
  ]);
  const added = rows.filter((row) => row.added).length;
  const changed = rows.length - added + (cancelled.rowCount ?? 0);
  counts.added += added;
  counts.changed += changed;
  counts.unchanged += drafts.length - added - changed;
  counts.people += drafts.reduce((sum, draft) => sum + draft.people.length, 0);
  const changedIds = rows.filter((row) => !row.added).map(({ id }) => id);
  return { participantIds, changedIds };
}

type Written = { id: string; uid: string; instance: string; added: boolean };

async function cancelMissing(
  client: Queryable,
  accountId: string,
  calendarId: string,
  { events, wholeSeries, window }: ParsedCalendar,
): Promise<number> {
  const byUid = Map.groupBy(events, (event) => event.uid);
  const uids = [...wholeSeries];
  let cancelled = 0;
  for (let i = 0; i < uids.length; i += BATCH) {
    const some = uids.slice(i, i + BATCH);
    const held = some.flatMap((uid) => byUid.get(uid) ?? []);
    const { rowCount } = await client.query(CANCEL_MISSING, [
      ...[accountId, calendarId, some, window.from, window.to],
      held.map((event) => event.uid),
      held.map((event) => event.instance),
    ]);
    cancelled += rowCount ?? 0;
  }
  return cancelled;
}
