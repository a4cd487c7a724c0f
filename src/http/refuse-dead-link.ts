import type { Content } from '../contract/content.ts';
import type { Queryable } from '../platform/database.ts';
import { HttpProblem } from './problems.ts';

const MESSAGE =
  /*i18n*/ 'A link to unsubscribe has to lead to an address that recipients reach, which Headsup does not know: set HEADSUP_URL, or send it without the link.';

/**
 * Refuses an email with a link to unsubscribe that would lead nowhere: `publicUrl` is not known, and it goes to
 * real mailboxes. Served by the primary keys of channel_provider and provider.
 */
export async function refuseDeadLink(
  client: Queryable,
  accountId: string,
  { email }: Content,
  publicUrl: URL | null,
): Promise<void> {
  if (!email?.unsubscribe || publicUrl !== null) return;
  const { rowCount } = await client.query(
    `select from channel_provider c
       join provider p on p.account_id = $1 and p.id = c.provider_id
      where c.account_id = $1 and c.channel = 'email' and p.kind <> 'sandbox' limit 1`,
    [accountId],
  );
  if (!rowCount) return;
  const errors = [{ path: 'content.email.unsubscribe', message: MESSAGE }];
  throw new HttpProblem('invalid_input', MESSAGE, errors);
}
