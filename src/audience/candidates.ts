import type { NumberRules } from '../account/number-rules.ts';
import { appointmentCondition } from '../calendars/appointment-filter.ts';
import type { ChosenContacts, TickedAppointments } from '../contract/audience.ts';
import type { Channel } from '../contract/channel.ts';
import type { CopyMode } from '../contract/content.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import type { Statement } from '../platform/statement.ts';
import { contactCondition } from './contact-condition.ts';
import { type DailyCap, dailyCap } from './daily-cap.ts';
import { emptyField } from './empty-field.ts';
import { type MeantRecipients, meantRecipients } from './former-recipients.ts';
import type { NamedPerson } from './typed-people.ts';

const CANDIDATES = sqlFile(import.meta.url, './sql/candidates.sql');
const FIELDS = sqlFile(import.meta.url, './sql/recipient-fields.sql');
const FOR_SOME = sqlFile(import.meta.url, './sql/for-some.sql');

/**
 * left_out: no text is tried. texted: it is, because a call goes there in any case. called: they get
 * the call and no text, and all others the text and no call.
 */
export type WithoutTexts = 'left_out' | 'texted' | 'called';

/** What decides who gets what, apart from the audience itself. */
export type Selection = {
  account: { id: string; timeZone: string };
  appointments: TickedAppointments | null;
  /** Whoever is in any of them. */
  contacts: readonly ChosenContacts[];
  recipients: MeantRecipients | null;
  people: readonly NamedPerson[];
  copyMode: CopyMode;
  /** Which numbers may be texted and called. */
  numbers: NumberRules;
  /** Channels on which only those get something who agreed to it expressly. */
  explicitConsent: readonly Channel[];
  /** Each channel that is written, with the paths in a recipient's fields that must not be empty. */
  channels: readonly { channel: Channel; requiredPaths: readonly string[] }[];
  /** What becomes of numbers that are known to take no texts. */
  withoutTexts: WithoutTexts;
  /** How much an address may get in a day; null: anything. */
  dailyCap: DailyCap | null;
  /** Now: what was learned of a number holds for a time. */
  at: Date;
};

/** Which candidates are asked for, and whether with their fields. */
export type CandidateOptions = {
  /**
   * The conditions on `appointment a` and `contact c`, where they are not the selection's own; with the expression
   * `former_participant`, where the selection has recipients of an earlier broadcast.
   */
  only?: { ticked: string; contacts: string; participants: string };
  /** With what is frozen of each as `fields`, otherwise null: to build it costs as much as all the rest. */
  withFields?: boolean;
  /** The broadcast whose recipients are being written. */
  broadcastId?: string;
};

/**
 * The common table expressions that end in `candidate`: one row for each person, appointment and
 * channel, with the reason why it is left out, or with `rank`, 1 for the one that gets the message
 * of its address and copy. The plan counts these rows and the taking of a broadcast writes them.
 */
export function candidates(
  statement: Statement,
  selection: Selection,
  { only, withFields = false, broadcastId }: CandidateOptions = {},
): string {
  const perAppointment = selection.copyMode === 'appointment';
  const { account, recipients } = selection;
  const former =
    recipients && (only?.participants ?? meantRecipients(statement, account.id, recipients));
  const ticked = only?.ticked ?? tickedCondition(statement, selection);
  const parts = {
    ...(recipients ? forSome(statement, account.id, ticked) : EVERYBODY),
    ...dailyCap(
      statement,
      selection.dailyCap,
      { accountId: selection.account.id, perAppointment },
      broadcastId,
    ),
    account: statement.add(selection.account.id, 'uuid'),
    people: statement.add(JSON.stringify(selection.people), 'jsonb'),
    countries: statement.add(selection.numbers.countries, 'text[]'),
    premium_allowed: statement.add(selection.numbers.premiumAllowed, 'boolean'),
    explicit_consent: statement.add(selection.explicitConsent, 'channel[]'),
    per_appointment: statement.add(perAppointment, 'boolean'),
    channels: statement.add(
      selection.channels.map(({ channel }) => channel),
      'channel[]',
    ),
    empty_field: emptyField(statement, selection.channels),
    fields: withFields ? FIELDS : 'null::jsonb',
    now: statement.add(selection.at, 'timestamptz'),
    without_texts: statement.add(selection.withoutTexts, 'text'),
    home: statement.add(selection.account.timeZone, 'text'),
    ticked,
    contacts: only?.contacts ?? chosenCondition(statement, selection),
  };
  const expressions = fillSql(CANDIDATES, parts);
  return former === null ? expressions : `${former},\n${expressions}`;
}

/** Nobody is left out of an appointment that is ticked. */
const EVERYBODY = { for_all: '', for_some: '', if_meant: '' };

/** The parts of candidates.sql that add appointments of which only `former_participant` are meant. */
function forSome(statement: Statement, accountId: string, ticked: string) {
  return {
    for_all: ', null::uuid[] as participant_ids',
    for_some: fillSql(FOR_SOME, { account: statement.add(accountId, 'uuid'), ticked }),
    if_meant: ' and (a.participant_ids is null or p.id = any (a.participant_ids))',
  };
}

/**
 * The condition on `appointment a` that says which are ticked; the account is to be named beside it.
 * Where the filter has a text, the transaction must have set `headsup.account`.
 */
export function tickedCondition(
  statement: Statement,
  { appointments, account }: Selection,
): string {
  if (appointments === null) return 'false';
  if ('includeIds' in appointments) {
    return `a.id = any (${statement.add(appointments.includeIds, 'uuid[]')})`;
  }
  const filter = appointmentCondition(appointments.filter, account, statement.values.length + 1);
  statement.values.push(...filter.values);
  if (appointments.excludeIds.length === 0) return filter.sql;
  return `${filter.sql} and a.id <> all (${statement.add(appointments.excludeIds, 'uuid[]')})`;
}

/**
 * The same on `contact c`, which says who is chosen of the address book; of an audience with recipients of
 * an earlier broadcast, beside the expression `former_contact`.
 */
export function chosenCondition(
  statement: Statement,
  { account, contacts, recipients }: Selection,
): string {
  const former = recipients === null ? [] : ['select f.id from former_contact f'];
  return anyOf(statement, account.id, contacts, former);
}

/** The condition on `contact c` that it is in any of these, or among those whom `others` select. */
export function anyOf(
  statement: Statement,
  accountId: string,
  contacts: readonly ChosenContacts[],
  others: readonly string[] = [],
): string {
  const conditions = contacts.map((chosen) => contactsCondition(statement, chosen));
  if (others.length === 0 && conditions.length <= 1) return conditions[0] ?? 'false';
  // Each is found by its own index; joined by "or", every contact of the account would be looked at.
  const within = (condition: string) =>
    `select c.id from contact c where c.account_id = ${statement.add(accountId, 'uuid')} and ${condition}`;
  return `c.id in (${[...conditions.map(within), ...others].join(' union all ')})`;
}

function contactsCondition(statement: Statement, contacts: ChosenContacts): string {
  if ('includeIds' in contacts) {
    return `c.id = any (${statement.add(contacts.includeIds, 'uuid[]')})`;
  }
  const { filter, excludeIds } = contacts;
  const matching = contactCondition(statement, filter);
  if (excludeIds.length === 0) return matching;
  return `${matching} and c.id <> all (${statement.add(excludeIds, 'uuid[]')})`;
}
