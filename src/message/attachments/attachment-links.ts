import { createHash, createHmac } from 'node:crypto';
import type { Queryable } from '../../platform/database.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import type { Rendition } from './read-attachment.ts';

const OPEN = sqlFile(import.meta.url, './sql/open-links.sql');
const FIND = sqlFile(import.meta.url, './sql/find-by-link.sql');
const DAY = 86_400_000;
/** How long a file can be fetched after its message has expired. */
const LINK_LIFE = 30 * DAY;
/** 128 bits: no one guesses that. In base64url it has 22 letters, all of them in GSM-7. */
const TOKEN_BYTES = 16;

/** Makes the addresses of files: where we are reached, and the key that tokens are derived from. */
export type Links = { publicUrl: URL | null; key: Buffer };

/**
 * The address of a file of a broadcast; null where nobody outside reaches us. The same file in the same
 * broadcast always has the same, so that a text can be rendered again. Of a broadcast that is not made
 * yet (null) it is as long, and leads nowhere.
 */
export function linkTo(
  links: Links,
  broadcastId: string | null,
  attachmentId: string,
  rendition: Rendition,
): string | null {
  if (!links.publicUrl) return null;
  const token =
    broadcastId === null
      ? 'x'.repeat(Math.ceil((TOKEN_BYTES * 8) / 6))
      : tokenOf(links.key, broadcastId, attachmentId, rendition);
  return new URL(`/m/${token}`, links.publicUrl).href;
}

/**
 * Notes which files a broadcast has, `linkedIds` those whose addresses are in its text message, and opens
 * their addresses; they expire a month after it does.
 */
export async function openLinks(
  client: Queryable,
  { key }: Links,
  accountId: string,
  broadcast: { id: string; expiresAt: Date },
  attachmentIds: readonly string[],
  linkedIds: readonly string[],
): Promise<void> {
  const renditions: readonly Rendition[] = ['original', 'phone'];
  const links = [...new Set(attachmentIds)].flatMap((id) =>
    renditions.map((rendition) => {
      const hash = hashOf(tokenOf(key, broadcast.id, id, rendition));
      return { id, rendition, hash };
    }),
  );
  if (links.length === 0) return;
  await client.query(OPEN, [
    accountId,
    broadcast.id,
    links.map(({ id }) => id),
    links.map(({ rendition }) => rendition),
    links.map(({ hash }) => hash),
    new Date(broadcast.expiresAt.getTime() + LINK_LIFE),
    linkedIds,
  ]);
}

/** The addresses of a broadcast that goes out later than was said hold as long after it as others do. */
export async function extendLinks(
  client: Queryable,
  accountId: string,
  broadcast: { id: string; expiresAt: Date },
): Promise<void> {
  await client.query(
    `update attachment_link set expires_at = greatest(expires_at, $3)
      where account_id = $1 and broadcast_id = $2`,
    [accountId, broadcast.id, new Date(broadcast.expiresAt.getTime() + LINK_LIFE)],
  );
}

/** The file that a token opens; null where it opens none, or none any more. */
export async function findByLink(
  client: Queryable,
  token: string,
  now: Date,
): Promise<{ accountId: string; id: string; rendition: Rendition } | null> {
  const { rows } = await client.query<{ accountId: string; id: string; rendition: Rendition }>(
    FIND,
    [hashOf(token), now],
  );
  return rows[0] ?? null;
}

function tokenOf(key: Buffer, broadcastId: string, attachmentId: string, rendition: Rendition) {
  return createHmac('sha256', key)
    .update(`${broadcastId} ${attachmentId} ${rendition}`)
    .digest()
    .subarray(0, TOKEN_BYTES)
    .toString('base64url');
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
