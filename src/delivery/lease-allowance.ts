import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { Limit } from './limit.ts';

const LEASE = sqlFile(import.meta.url, './sql/lease-allowance.sql');
const OPEN = sqlFile(import.meta.url, './sql/open-allowance.sql');
const RETURN = sqlFile(import.meta.url, './sql/return-allowance.sql');

/** What is asked of one limit, in its units: with less than `least` nothing can be done. */
export type Asked = { limit: Limit; least: number; wish: number };

/** What it gave, and how much was free in it before. All limits give, or none does. */
export type Leased = Asked & { granted: number; room: number };

type Row = { kind: string; key: string; granted: number; room: number };

/** Takes a part of every limit that is asked, or of none, in one statement that all workers take turns at. */
export async function leaseAllowance(
  client: Queryable,
  accountId: string,
  asked: readonly Asked[],
  now: Date,
): Promise<Leased[]> {
  const names = namesOf(asked.map(({ limit }) => limit));
  // A message that is larger than the limit's burst only waits until the limit is idle.
  const capacity = asked.map(({ limit, least }) =>
    limit.drain > 0 ? Math.max(limit.capacity, least) : limit.capacity,
  );
  const lease = async () => {
    const { rows } = await client.query<Row>({
      name: 'lease_allowance',
      text: LEASE,
      values: [
        accountId,
        now,
        ...names,
        capacity,
        asked.map(({ limit }) => limit.drain),
        asked.map(({ least }) => least),
        asked.map(({ wish }) => wish),
      ],
    });
    return rows;
  };
  let rows = await lease();
  if (rows.length < asked.length) {
    await client.query(OPEN, [accountId, now, ...names]);
    rows = await lease();
  }
  return asked.map((one) => {
    const row = rows.find(({ kind, key }) => kind === one.limit.kind && key === one.limit.key);
    if (!row) throw new Error(`the limit ${one.limit.kind} has its row`);
    return { ...one, granted: row.granted, room: row.room };
  });
}

/** Gives back what was leased and not used. */
export async function returnAllowance(
  client: Queryable,
  accountId: string,
  unused: readonly { limit: Limit; amount: number }[],
): Promise<void> {
  const names = namesOf(unused.map(({ limit }) => limit));
  await client.query(RETURN, [accountId, ...names, unused.map(({ amount }) => amount)]);
}

function namesOf(limits: readonly Limit[]): [string[], string[]] {
  return [limits.map(({ kind }) => kind), limits.map(({ key }) => key)];
}
