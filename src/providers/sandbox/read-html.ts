import type { Queryable } from '../../platform/database.ts';

/** The HTML part of an email that arrived in a pretend mailbox; null where there is none of that id. */
export async function readHtml(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<string | null> {
  // Served by sandbox_message's key.
  const { rows } = await client.query<{ html: string | null }>(
    `select content ->> 'html' as html from sandbox_message
      where account_id = $1 and id = $2 and (content ->> 'arrives')::boolean`,
    [accountId, id],
  );
  return rows[0]?.html ?? null;
}
