import type { DeliveryRow, RecipientFileQuery, WaitReason } from '../contract/delivery.ts';
import {
  exclusionDetailInWords,
  exclusionReasonWords,
} from '../contract/exclusion-reason-words.ts';
import { failureReasonWords } from '../contract/failure-reason-words.ts';
import { outcomeWord } from '../contract/outcome-words.ts';
import { csvLine } from '../platform/csv-line.ts';
import { asEngineFor, type Database, type Queryable } from '../platform/database.ts';
import { containing } from '../platform/like-pattern.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { namesBehind } from './read-deliveries.ts';

const RECIPIENT_FILE = sqlFile(import.meta.url, './sql/recipient-file.sql');

/** So many people are read at a time, and held in memory. */
const BATCH = 500;

type Line = Pick<
  DeliveryRow,
  'channel' | 'insteadOf' | 'address' | 'outcome' | 'state' | 'failure' | 'waitReason' | 'exclusion'
> & {
  id: string | null;
  detail: string;
  attempts: number;
  answeredBy: string | null;
  reply: string | null;
} & {
  keys: string[];
} & Record<'provider' | 'code' | 'answer' | 'firstTried' | 'lastTried', string | null> &
  Record<'changed' | 'waitsUntil', string | null>;

/** A person of whom nothing is wanted has a row without a channel. */
type Row = { personKey: string; copy: string; name: string } & (Line | { channel: null });

const waits: Readonly<Record<WaitReason, string>> = {
  undo: 'can still be taken back',
  scheduled: 'waits for its time',
  retry: 'is tried again',
  redial: 'is called again',
  quiet_hours: 'quiet hours',
  cap: 'the daily limit',
};

/**
 * The people of a broadcast as CSV in UTF-8 with a byte order mark, a line for each of their messages and
 * of what they were left out of; times by the clock of the account. Read in batches by key, each a
 * transaction of its own: it takes no more memory for more of them, and a slow reader holds nothing up.
 */
export async function* recipientFile(
  database: Database,
  account: { id: string; timeZone: string },
  broadcastId: string,
  filter: RecipientFileQuery,
): AsyncGenerator<string> {
  yield `\ufeff${csvLine(columns(account.timeZone))}`;
  let after: Pick<Row, 'personKey' | 'copy'> | undefined;
  do {
    const from = after;
    const rows = await asEngineFor(database, account.id, (client) =>
      readBatch(client, account, broadcastId, filter, from),
    );
    yield rows.lines.join('');
    after = rows.last;
  } while (after !== undefined);
}

async function readBatch(
  client: Queryable,
  account: { id: string; timeZone: string },
  broadcastId: string,
  filter: RecipientFileQuery,
  after: Pick<Row, 'personKey' | 'copy'> | undefined,
) {
  const { rows } = await client.query<Row>(RECIPIENT_FILE, [
    account.id,
    broadcastId,
    filter.outcome ?? null,
    filter.channel ?? null,
    filter.text ? containing(filter.text) : null,
    after?.personKey ?? null,
    after?.copy ?? null,
    BATCH,
    account.timeZone,
    filter.replied ? filter.replied === 'yes' : null,
  ]);
  const wanted = rows.filter((row) => row.channel !== null);
  const named = wanted.flatMap(({ id, name, state }) => (id === null ? [] : [{ id, name, state }]));
  const others = await namesBehind(client, account.id, named);
  return {
    last: rows.at(-1),
    lines: wanted.map((row) => csvLine(cells(row, others.get(row.id ?? '') ?? []))),
  };
}

function columns(zone: string): string[] {
  return [
    'name',
    'also for',
    'channel',
    'instead of',
    'address',
    'outcome',
    'reason',
    'provider',
    'provider code',
    'provider said',
    'attempts',
    `first tried (${zone})`,
    `last tried (${zone})`,
    `changed (${zone})`,
    `waits until (${zone})`,
    'answered by',
    'keys',
    'replied',
  ];
}

function cells(row: Line & { name: string }, others: readonly string[]): string[] {
  return [
    row.name,
    others.join('; '),
    row.channel,
    row.insteadOf ?? '',
    row.address ?? '',
    outcomeWord[row.outcome],
    reason(row),
    row.provider ?? '',
    row.code ?? '',
    row.answer ?? '',
    String(row.attempts),
    row.firstTried ?? '',
    row.lastTried ?? '',
    row.changed ?? '',
    row.waitsUntil ?? '',
    row.answeredBy ?? '',
    row.keys.join('; '),
    row.reply ?? '',
  ];
}

function reason({ exclusion, detail, failure, state, waitReason }: Line): string {
  if (exclusion !== null) {
    const words = exclusionDetailInWords(exclusion, detail, 'en');
    return [exclusionReasonWords[exclusion].short, words].filter(Boolean).join(': ');
  }
  if (state === 'written_off') return 'written off: nobody knows whether it arrived';
  const why = failure === null ? '' : failureReasonWords[failure].why;
  if (state !== 'ready' || waitReason === null) return why;
  return [waits[waitReason], why].filter(Boolean).join(': ');
}
