import { Temporal } from 'temporal-polyfill';
import type { Account } from '../../account/account.ts';
import { numberRules } from '../../account/number-rules.ts';
import { readSendingPolicy, writeSendingPolicy } from '../../account/sending-policy.ts';
import type { ExampleLanguage } from '../../contract/example-clinic.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/database.ts';
import { english } from '../../platform/english.ts';
import type { CalendarEvent, ParsedCalendar } from '../calendar.ts';
import { parseIcs } from '../ics/parse-ics.ts';
import { importCalendar } from '../import-calendar.ts';
import { makeClinic } from './make-clinic.ts';

const WEEK = 7 * 86_400_000;
/** Whose numbers the clinic's patients have, but for one on a Swedish one. */
const COUNTRY = 'US';
const CALENDAR = 'Example clinic';

/**
 * Brings in three weeks of an invented clinic from this week's Monday on (on a weekend: the next), by
 * the account's clock, in its transaction, and allows its numbers' country. Adding it again brings the
 * weeks up to date, and into another language where it is. Nobody in it exists: its numbers and addresses are set aside for fiction.
 */
export async function addExampleClinic(
  client: Queryable,
  account: Account,
  language: ExampleLanguage,
  clock: Clock,
): Promise<void> {
  const now = clock.now();
  const parsed = exampleCalendar(now, account.timeZone, language);
  const { calendarId } = await importCalendar(client, {
    accountId: account.id,
    calendarName: CALENDAR,
    country: COUNTRY,
    parsed,
  });
  const { rowCount } = await client.query(
    `insert into example_clinic (account_id, calendar_id, added_at) values ($1, $2, $3)
     on conflict (account_id) do nothing`,
    [account.id, calendarId, now],
  );
  if (rowCount === 1) await allowItsCountry(client, account, now);
}

async function allowItsCountry(client: Queryable, account: Account, now: Date): Promise<void> {
  const policy = await readSendingPolicy(client, account.id);
  const { countries } = numberRules(policy, account.country);
  if (countries.includes(COUNTRY)) return;
  const given = [...(policy.allowedCountries ?? [account.country]), COUNTRY];
  await writeSendingPolicy(client, account.id, { ...policy, allowedCountries: given }, now);
  await client.query(
    `update example_clinic set countries_before = $2, countries_given = $3 where account_id = $1`,
    [account.id, policy.allowedCountries, given],
  );
}

function exampleCalendar(now: Date, zone: string, language: ExampleLanguage): ParsedCalendar {
  const window = {
    from: new Date(now.getTime() - 2 * WEEK),
    to: new Date(now.getTime() + 6 * WEEK),
  };
  const parsed = parseIcs(makeClinic(mondayOf(now, zone), language), { timeZone: zone, window });
  if ('unreadable' in parsed) throw new Error(english(parsed.unreadable));
  return { ...parsed, events: parsed.events.map((event) => inZone(event, zone)) };
}

function mondayOf(now: Date, zone: string): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  const weekend = today.dayOfWeek > 5 ? 7 : 0;
  return today.add({ days: weekend + 1 - today.dayOfWeek }).toString();
}

/** The same by the wall clock of another zone: a clinic opens in the morning wherever it is. */
function inZone(event: CalendarEvent, zone: string): CalendarEvent {
  const moved = (at: Date) =>
    new Date(
      Temporal.Instant.fromEpochMilliseconds(at.getTime())
        .toZonedDateTimeISO(event.timeZone)
        .toPlainDateTime()
        .toZonedDateTime(zone).epochMilliseconds,
    );
  const [startsAt, endsAt] = [moved(event.startsAt), moved(event.endsAt)];
  return { ...event, startsAt, endsAt, timeZone: zone };
}
