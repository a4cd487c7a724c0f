import type { Account } from '../account/account.ts';
import { expandGroups, type OpenedGroups } from '../audience/expand-groups.ts';
import type { Audience } from '../contract/audience.ts';
import type { Queryable } from '../platform/database.ts';
import { type NamedRecipients, nameRecipients } from './name-recipients.ts';

/**
 * An audience whose typed people are all named, wherever they were typed in. `isKnown`: the account has the earlier
 * broadcast whose recipients it names.
 */
export type NamedAudience = NamedRecipients & OpenedGroups & { isKnown: boolean };

/** Opens the groups of an audience, and names the recipients of an earlier broadcast who were typed in. */
export async function nameAudience(
  client: Queryable,
  account: Account,
  audience: Audience,
): Promise<NamedAudience> {
  const opened = await expandGroups(client, account.id, audience);
  const named = await nameRecipients(client, account, opened.audience);
  if (!named) return { ...opened, typed: [], isKnown: false };
  return { ...opened, ...named, isKnown: true };
}
