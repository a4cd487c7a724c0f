import type { Account } from '../account/account.ts';
import { formerRecipients } from '../audience/former-recipients.ts';
import { readTypedPeople } from '../audience/typed-people.ts';
import type { Audience, TypedPerson } from '../contract/audience.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';

const TYPED = sqlFile(import.meta.url, './sql/typed-recipients.sql');

/** An audience with typed people among the recipients of an earlier broadcast named; `typed`: their ids there. */
export type NamedRecipients = { audience: Audience; typed: string[] };

/**
 * Names the people of an audience who were typed in for the earlier broadcast whose recipients it has, as
 * they were typed then; everybody else is found by the statement that plans. null: the account has no
 * such broadcast.
 */
export async function nameRecipients(
  client: Queryable,
  account: Account,
  audience: Audience,
): Promise<NamedRecipients | null> {
  const { recipients } = audience;
  if (recipients === undefined) return { audience, typed: [] };
  const { broadcastId, outcomes } = recipients;
  const { rows } = await client.query<{ people: TypedPerson[] }>(
    `select audience -> 'people' as people from broadcast where account_id = $1 and id = $2`,
    [account.id, broadcastId],
  );
  const [former] = rows;
  if (!former) return null;
  if (former.people.length === 0) return { audience, typed: [] };
  const found = await client.query<{ place: number; id: string }>(TYPED, [
    account.id,
    broadcastId,
    JSON.stringify(
      readTypedPeople(former.people, account).map((one, place) => ({ place, ...one })),
    ),
  ]);
  const statement = new Statement();
  const expression = formerRecipients(statement, account.id, broadcastId);
  const ids = statement.add(
    found.rows.map(({ id }) => id),
    'uuid[]',
  );
  const meant = await client.query<{ id: string }>(
    `with ${expression}
     select id from former where id = any (${ids}) and became = any (${statement.add(outcomes, 'text[]')})`,
    statement.values,
  );
  const isMeant = new Set(meant.rows.map(({ id }) => id));
  const places = new Set(found.rows.filter(({ id }) => isMeant.has(id)).map(({ place }) => place));
  const people = former.people.filter((_, place) => places.has(place));
  return {
    audience: { ...audience, people: [...audience.people, ...people] },
    typed: [...isMeant],
  };
}
