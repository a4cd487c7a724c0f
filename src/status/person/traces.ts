import type { Queryable } from '../../platform/database.ts';
import { foldText } from '../../platform/fold-text.ts';
import { sqlFile } from '../../platform/sql-file.ts';

const TRACES = sqlFile(import.meta.url, './sql/traces.sql');
const LEDGER = sqlFile(import.meta.url, './sql/ledger-traces.sql');

/** Where a person stands. Addresses are as they are compared, in lower case. */
export type Traces = {
  /** The contact, and those that were merged into it. */
  contactIds: string[];
  /** Addresses that nobody else has, and those that a family shares. */
  ownAddresses: string[];
  sharedAddresses: string[];
  participantIds: string[];
  /** Participants who are somebody else, with an address that is this person's alone. */
  otherIds: string[];
  /** Full names that nobody else has, and all names, as written. */
  ownNames: string[];
  names: string[];
};

/** Recipients and deliveries that are a person's. */
export type LedgerTraces = { recipientIds: string[]; deliveryIds: string[] };

/** Finds a person by their contact. */
export async function findTraces(
  client: Queryable,
  accountId: string,
  contactId: string,
): Promise<Traces> {
  const { rows } = await client.query<Traces>(TRACES, [accountId, contactId]);
  const [traces] = rows;
  if (!traces) throw new Error('a statement without a condition has one row');
  return traces;
}

/** Finds what went to them, or was to go; reads the account's whole ledger. */
export async function findLedgerTraces(
  client: Queryable,
  accountId: string,
  { contactIds, names, ownNames, ownAddresses, sharedAddresses, participantIds }: Traces,
): Promise<LedgerTraces> {
  const addresses = [...ownAddresses, ...sharedAddresses];
  const keys = [
    ...contactIds.map((id) => `contact:${id}`),
    ...names.flatMap((name) => addresses.map((one) => `${foldText(name)}|${one}`)),
  ];
  const { rows } = await client.query<LedgerTraces>(LEDGER, [
    accountId,
    participantIds,
    ownAddresses,
    keys,
    ownNames.map(foldText),
  ]);
  return rows[0] ?? { recipientIds: [], deliveryIds: [] };
}
