import { searchPatterns } from '../calendars/search-text.ts';
import { foldText } from '../platform/fold-text.ts';
import type { Statement } from '../platform/statement.ts';

/** Which contacts: `text` is looked for in names, company, numbers and addresses; each tag must be there. */
export type ContactFilter = { text?: string | undefined; tags?: readonly string[] | undefined };

/**
 * The condition on `contact c` for a filter; the account is to be named beside it. Where there is
 * a text, the transaction must have set `headsup.account`. Served by contact_search and contact_tag's key.
 */
export function contactCondition(
  statement: Statement,
  { text = '', tags = [] }: ContactFilter,
): string {
  const conditions = ['c.merged_into is null'];
  const patterns = searchPatterns(text);
  if (patterns.length > 0) {
    conditions.push(
      `c.id = any ((select contact_matching(${statement.add(patterns, 'text[]')}))::uuid[])`,
    );
  }
  for (const key of tags.map(foldText)) {
    const tagged = `t.account_id = c.account_id and t.contact_id = c.id and t.tag_key = ${statement.add(key, 'text')}`;
    conditions.push(`exists (select from contact_tag t where ${tagged})`);
  }
  return conditions.join(' and ');
}
