import type { Content } from '../contract/content.ts';
import { type Links, openLinks } from '../message/attachments/attachment-links.ts';
import { filesNamedBy } from '../message/attachments/message-files.ts';
import type { Queryable } from '../platform/database.ts';
import type { ComposedFiles } from './selection.ts';

/** The files of a broadcast that was just made are kept from now on, and can be fetched by their addresses. */
export async function keepFiles(
  client: Queryable,
  accountId: string,
  broadcast: { id: string; expiresAt: Date },
  content: Content,
  files: ComposedFiles,
  links: Links | undefined,
): Promise<void> {
  const ids = filesNamedBy(content).map(({ id }) => id);
  if (ids.length === 0) return;
  if (!links) throw new Error('a broadcast with files needs links');
  const linked = files.carried.linked.map(({ id }) => id);
  await openLinks(client, links, accountId, broadcast, ids, linked);
}
