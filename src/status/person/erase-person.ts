import type { PoolClient } from 'pg';
import { shutDoor } from '../../account/door-lock.ts';
import { lockContact, lockPeopleOf } from '../../audience/save-contact.ts';
import { matchContacts, touchedBy } from '../../calendars/match-contacts.ts';
import type { Erasure } from '../../contract/person.ts';
import type { Clock } from '../../platform/clock.ts';
import { asEngineFor, type Database } from '../../platform/database.ts';
import { give } from '../../platform/signals.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import { eraseFromAnswers } from './erase-answers.ts';
import { eraseFromGroups } from './erase-groups.ts';
import { eraseFromImports, lockImports } from './erase-imports.ts';
import {
  eraseFromAppointments,
  eraseFromBroadcasts,
  eraseFromTemplates,
  lockAppointments,
} from './erase-texts.ts';
import { findLedgerTraces, findTraces, type Traces } from './traces.ts';

const PASS_ON = sqlFile(import.meta.url, './sql/pass-on.sql');
const TAKE_BACK = sqlFile(import.meta.url, './sql/take-back.sql');
const LEDGER = sqlFile(import.meta.url, './sql/erase-ledger.sql');
const ADDRESSES = sqlFile(import.meta.url, './sql/erase-addresses.sql');
const PARTICIPANTS = sqlFile(import.meta.url, './sql/erase-participants.sql');

/** Who erases, and whether the person is to be left alone from now on. */
export type ErasureOrder = { by: string; leaveAlone: boolean };

/**
 * Erases a person in one transaction: contact, calendars, messages, answers, saved groups, files of
 * contacts, practice phones. What still
 * waits for them is taken back. What happened and how often stays, without them; so does that an address
 * must not be written to, as a mark that cannot be read.
 */
export async function erasePerson(
  database: Pick<Database, 'engine'>,
  clock: Clock,
  accountId: string,
  contactId: string,
  { by, leaveAlone }: ErasureOrder,
): Promise<Erasure | 'missing' | 'merged'> {
  return asEngineFor(database, accountId, async (client) => {
    // Recipients that are being written come from what is cleared here: no chunk may fall in between.
    await client.query(
      `select from broadcast where account_id = $1 and state = 'taking' order by id for update`,
      [accountId],
    );
    await lockImports(client, accountId);
    const refused = await lockContact(client, accountId, contactId);
    if (refused) return refused;
    const touched = await touchedBy(client, accountId, [contactId]);
    const traces = await findTraces(client, accountId, contactId);
    await lockAppointments(client, accountId, traces);
    await lockParticipants(client, accountId, traces);
    await client.query('select make_erasure_key($1)', [accountId]);
    const { recipientIds } = await findLedgerTraces(client, accountId, traces);
    const now = clock.now();

    await shutDoor(client, accountId);
    const { participantIds, otherIds, ownAddresses } = traces;
    await client.query(PASS_ON, [accountId, recipientIds, participantIds, ownAddresses]);
    // Only now: a fallback may have made some more of them meanwhile.
    const { rows } = await client.query<{ id: string }>(
      `select id from delivery where account_id = $1 and recipient_id = any ($2::uuid[])`,
      [accountId, recipientIds],
    );
    const deliveries = rows.map(({ id }) => id);
    const canceled = await takeBack(client, accountId, deliveries, now);
    await client.query(LEDGER, [accountId, recipientIds, deliveries, traces.names, now]);
    await client.query(ADDRESSES, [accountId, traces.ownAddresses, now, leaveAlone]);
    await eraseFromBroadcasts(client, accountId, traces);
    await eraseFromTemplates(client, accountId, traces);
    await eraseFromGroups(client, accountId, traces);
    await eraseFromAnswers(client, accountId, traces);
    await eraseFromImports(client, accountId, traces);
    await client.query(PARTICIPANTS, [accountId, participantIds, otherIds, ownAddresses]);
    const appointments = await eraseFromAppointments(client, accountId, traces);
    await client.query('delete from contact where account_id = $1 and id = $2', [
      accountId,
      contactId,
    ]);
    await matchContacts(client, accountId, [
      ...new Set([...touched, ...participantIds, ...otherIds]),
    ]);
    const counts = { appointments, deliveries: deliveries.length, canceled };
    return note(client, accountId, by, now, counts);
  });
}

/** Participants who are theirs, locked; one that an import is writing makes it busy (lockPeopleOf). */
async function lockParticipants(
  client: PoolClient,
  accountId: string,
  { contactIds, participantIds, otherIds }: Traces,
): Promise<void> {
  await lockPeopleOf(client, accountId, contactIds);
  await client.query(
    `select from participant where account_id = $1 and id = any ($2::uuid[]) order by id for no key update nowait`,
    [accountId, [...participantIds, ...otherIds]],
  );
}

async function takeBack(
  client: PoolClient,
  accountId: string,
  deliveryIds: readonly string[],
  now: Date,
): Promise<number> {
  const { rows } = await client.query<{ broadcastId: string }>(TAKE_BACK, [
    accountId,
    deliveryIds,
    now,
  ]);
  for (const id of new Set(rows.map(({ broadcastId }) => broadcastId))) {
    await give(client, { topic: 'broadcast', accountId, id });
    await give(client, { topic: 'work' });
  }
  return rows.length;
}

/** That it was done; who it was is known no more. */
async function note(
  client: PoolClient,
  accountId: string,
  by: string,
  at: Date,
  counts: Erasure['counts'],
): Promise<Erasure> {
  const { rows } = await client.query<{ id: string }>(
    'insert into erasure (account_id, erased_at, erased_by, counts) values ($1, $2, $3, $4) returning id',
    [accountId, at, by, JSON.stringify(counts)],
  );
  return { id: rows[0]?.id ?? '', erasedAt: at.toISOString(), erasedBy: by, counts };
}
