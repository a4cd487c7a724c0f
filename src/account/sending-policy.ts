import type { QuietHours, SendingPolicy } from '../contract/sending-policy.ts';
import type { Queryable } from '../platform/database.ts';

/** Money is stored in millionths of the currency. */
const MILLION = 1_000_000;

/** The policy with the version that the door compares. */
export type VersionedPolicy = SendingPolicy & { version: number };

type Row = Omit<VersionedPolicy, 'quietHours' | 'spendingCap'> & {
  quietFrom: string | null;
  quietUntil: string | null;
  quietChannels: QuietHours['channels'];
  spendingCap: number | null;
};

/** What an account allows itself; throws where there is no such account, or none that the role may see. */
export async function readSendingPolicy(
  client: Queryable,
  accountId: string,
): Promise<VersionedPolicy> {
  const { rows } = await client.query<Row>(
    `select version, to_char(quiet_from, 'HH24:MI') as "quietFrom", to_char(quiet_until, 'HH24:MI') as "quietUntil",
            quiet_channels::text[] as "quietChannels", valid_minutes as "validMinutes",
            allowed_countries as "allowedCountries", premium_allowed as "premiumAllowed",
            spending_cap as "spendingCap", currency, person_hourly as "personHourly",
            person_daily as "personDaily", rate_alarm as "rateAlarm", large_send as "largeSend",
            explicit_consent::text[] as "explicitConsent",
            looks_up as "looksUp", lookups_daily as "lookupsDaily"
       from sending_policy where account_id = $1`,
    [accountId],
  );
  const [row] = rows;
  if (!row) throw new Error(`There is no account ${accountId}`);
  const { quietFrom, quietUntil, quietChannels, spendingCap, ...rest } = row;
  return {
    ...rest,
    spendingCap: spendingCap === null ? null : spendingCap / MILLION,
    quietHours:
      quietFrom === null || quietUntil === null
        ? null
        : { from: quietFrom, until: quietUntil, channels: quietChannels },
  };
}

/**
 * Writes the policy whole. Its version grows, so that no worker opens an attempt by the old one once
 * this has committed under the shut door (shutDoor comes first).
 */
export async function writeSendingPolicy(
  client: Queryable,
  accountId: string,
  policy: SendingPolicy,
  now: Date,
): Promise<void> {
  const { quietHours, spendingCap } = policy;
  await client.query(
    `update sending_policy
        set version = version + 1, quiet_from = $2, quiet_until = $3,
            quiet_channels = coalesce($4::channel[], quiet_channels), valid_minutes = $5,
            allowed_countries = $6, premium_allowed = $7, spending_cap = $8, currency = $9,
            person_hourly = $10, rate_alarm = $11, large_send = $12, changed_at = $13,
            explicit_consent = $14::channel[], person_daily = $15, looks_up = $16, lookups_daily = $17
      where account_id = $1`,
    [
      accountId,
      quietHours?.from ?? null,
      quietHours?.until ?? null,
      quietHours?.channels ?? null,
      policy.validMinutes,
      policy.allowedCountries,
      policy.premiumAllowed,
      spendingCap === null ? null : Math.round(spendingCap * MILLION),
      policy.currency,
      policy.personHourly,
      policy.rateAlarm,
      policy.largeSend,
      now,
      policy.explicitConsent,
      policy.personDaily,
      policy.looksUp,
      policy.lookupsDaily,
    ],
  );
}
