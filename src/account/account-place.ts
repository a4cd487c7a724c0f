import type { AccountPlace } from '../contract/place.ts';
import type { Queryable } from '../platform/database.ts';

/**
 * Writes where an account is. Moments that were worked out stay: of appointments, and of what is
 * scheduled. Which numbers may be reached may hang on the country, so the version of the policy grows,
 * and no worker opens an attempt by the old one once this has committed under the shut door (shutDoor
 * comes first).
 */
export async function writeAccountPlace(
  client: Queryable,
  accountId: string,
  { country, timeZone }: AccountPlace,
  now: Date,
): Promise<void> {
  await client.query(
    `with moved as (update account set country = $2, time_zone = $3 where id = $1)
     update sending_policy set version = version + 1, changed_at = $4 where account_id = $1`,
    [accountId, country, timeZone, now],
  );
}
