import { createHash } from 'node:crypto';
import type { Account } from '../account/account.ts';
import type { Channel } from '../contract/channel.ts';
import type { TestRequest } from '../contract/test-message.ts';
import type { Links } from '../message/attachments/attachment-links.ts';
import { readMergeConstants, type Writer } from '../message/merge-constants.ts';
import type { Clock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { type Created, findKnown, titleOf } from './create-broadcast.ts';
import { keepFiles } from './keep-files.ts';
import type { RecipientAt } from './recipient-at.ts';
import type { Composed } from './selection.ts';

const CREATE = sqlFile(import.meta.url, './sql/create-test.sql');
/** A test that comes later than this is of no use to anybody. */
const VALID = 60 * 60_000;

/** What goes to whoever writes, instead of to the recipient. */
export type NewTest = {
  request: TestRequest;
  composed: Composed;
  recipient: RecipientAt;
  /** Where each channel of the recipient goes. */
  sentTo: readonly { channel: Channel; address: string }[];
  writer: Writer;
  links: Links;
  idempotencyKey: string;
};

/** Writes it, ready to be sent; the texts and fields are those that the recipient would get. */
export async function createTest(
  client: Queryable,
  clock: Clock,
  account: Account,
  { request, composed, recipient, sentTo, writer, links, idempotencyKey }: NewTest,
): Promise<Created> {
  const now = clock.now();
  const hash = createHash('sha256').update(JSON.stringify(request)).digest();
  const messages = sentTo.map(({ channel, address }) => {
    return {
      channel,
      address,
      fields: recipient.messages.find((m) => m.channel === channel)?.fields,
    };
  });
  const people = sentTo.map(({ channel, address }) =>
    channel === 'email'
      ? { name: writer.name, email: address }
      : { name: writer.name, phone: address },
  );
  const expiresAt = new Date(now.getTime() + VALID);
  const { rows } = await client.query<{ id: string }>(CREATE, [
    account.id,
    idempotencyKey,
    hash,
    titleOf(request),
    JSON.stringify({ people }),
    JSON.stringify(request.content),
    now,
    expiresAt,
    writer.name,
    composed.policyVersion,
    JSON.stringify(await readMergeConstants(client, account.id, writer)),
    account.timeZone,
    JSON.stringify(messages),
  ]);
  const id = rows[0]?.id;
  if (id === undefined) return findKnown(client, account.id, idempotencyKey, hash);
  await keepFiles(client, account.id, { id, expiresAt }, request.content, composed.files, links);
  return { outcome: 'created', id };
}
