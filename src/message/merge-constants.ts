import { splitName } from '../calendars/split-name.ts';
import type { Queryable } from '../platform/database.ts';
import type { AccountSender } from './mail-sender.ts';

/** What is the same for all recipients of a broadcast; frozen into it when it is made. */
export type MergeConstants = {
  account: {
    name: string;
    phone: string;
    email: string;
    address: string;
    website: string;
    /** BCP 47; what people are spoken to in of whom no language is known. */
    language: string;
    /** ISO 3166-1 alpha-2; decides between 2:30 PM and 14:30 where the language does not. */
    country: string;
  };
  user: { name: string; first_name: string; email: string };
  /** Whom its emails are from, where they do not say; missing: made before accounts said so. */
  sender?: AccountSender;
};

/** Who writes a message; `email` is empty where it is the command line. */
export type Writer = { name: string; email: string };

/** The constants as they are now; throws where there is no such account. */
export async function readMergeConstants(
  client: Queryable,
  accountId: string,
  writer: Writer,
): Promise<MergeConstants> {
  const { rows } = await client.query<MergeConstants['account'] & AccountSender>(
    `select name, phone, email, address, website, language, country,
            from_name as "fromName", reply_to as "replyTo"
       from account where id = $1`,
    [accountId],
  );
  const [row] = rows;
  if (!row) throw new Error(`There is no account ${accountId}`);
  const { fromName, replyTo, ...account } = row;
  const { firstName } = splitName(writer.name);
  const user = { name: writer.name, first_name: firstName, email: writer.email };
  return { account, user, sender: { fromName, replyTo } };
}
