import fc from 'fast-check';
import { readSendingPolicy } from '../../src/account/sending-policy.ts';
import { createContact } from '../../src/audience/save-contact.ts';
import { createGroup } from '../../src/audience/saved-groups.ts';
import type { BroadcastRequest } from '../../src/contract/broadcast.ts';
import { contactInput } from '../../src/contract/contact.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { asAccount, type Database } from '../../src/platform/database.ts';
import { createBroadcast } from '../../src/schedule/create-broadcast.ts';
import { nameAudience } from '../../src/schedule/name-audience.ts';
import { compose } from '../../src/schedule/selection.ts';
import { addAppointments } from './appointments.ts';
import { testAccount } from './test-account.ts';

const content: BroadcastRequest['content'] = {
  sms: { text: 'Hello {{ participant.first_name }}' },
  email: { subject: 'News', text: 'To {{ participant.email }} {{ event.location }}' },
  voice: { text: 'Hello' },
};
const MOBILE = '+447400123456';
/** A number that the numbering plan says takes no texts. */
export const LANDLINE = '+442079460018';

// Few names, numbers and mailboxes, so that they are shared and meet again.
const person = fc.record({
  name: fc.constantFrom('Ana Ruiz', 'ana ruiz', 'Tom Wu', 'Mia Li', ''),
  phone: fc.option(
    fc.constantFrom(
      '+12125550101',
      '+12125550102',
      '+12125550103',
      '+18765550123',
      '+19005550123',
      MOBILE,
      LANDLINE,
    ),
  ),
  email: fc.option(
    fc.constantFrom(
      'a@example.com',
      'A@example.com',
      'b@example.com',
      'B@example.com',
      'c@example.com',
    ),
  ),
  invalid: fc.option(fc.constantFrom('12-34', 'x@@y')),
});
const contact = fc.record({
  name: fc.constantFrom('Ana Ruiz', 'Mia Li', ''),
  phones: fc.subarray([LANDLINE, '+12125550101', '+12125550104', MOBILE]),
  email: fc.option(fc.constantFrom('A@example.com', 'd@example.com')),
  tags: fc.subarray(['vip', 'kids']),
});
const typed = fc.record({
  name: fc.constantFrom('Ana Ruiz', 'Zoe'),
  phone: fc.constantFrom('+12125550101', '+14165550123', '555', ''),
  email: fc.constantFrom('C@Example.com', 'no', ''),
});
/** A small, tangled account and a message to everybody in it. */
export const world = fc.record({
  appointments: fc.array(
    fc.record({
      people: fc.array(person, { maxLength: 3 }),
      location: fc.constantFrom('Room 1', 'Room 2', ''),
      isCancelled: fc.boolean(),
    }),
    { minLength: 1, maxLength: 9 },
  ),
  typed: fc.array(typed, { maxLength: 3 }),
  contacts: fc.array(contact, { maxLength: 3 }),
  chosen: fc.constantFrom<null | { tags?: string[] }>(null, { tags: ['vip'] }, {}),
  tagged: fc.subarray(['vip', 'kids']),
  /** Saved groups: of contacts one by one, or with a tag, and of people typed in. */
  groups: fc.array(
    fc.record({
      contacts: fc.subarray([0, 1, 2]),
      tags: fc.subarray(['vip', 'kids']),
      people: fc.array(typed, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  takesNoTexts: fc.subarray(['+12125550101', '+12125550103', MOBILE]),
  /** Though the numbering plan says otherwise. */
  takesTexts: fc.subarray([LANDLINE]),
  wantsConsent: fc.subarray(['sms', 'email', 'voice'] as const),
  consents: fc.array(
    fc.record({
      channel: fc.constantFrom('sms', 'email', 'voice'),
      address: fc.constantFrom(
        '+12125550101',
        '+12125550102',
        MOBILE,
        'a@example.com',
        'c@example.com',
      ),
      state: fc.constantFrom('granted', 'granted', 'revoked'),
      isImplied: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
  daily: fc.option(fc.integer({ min: 1, max: 2 })),
  /** Who got something a moment ago, each once. */
  lately: fc.subarray(['+12125550101', MOBILE, 'a@example.com']),
  channels: fc.subarray(['sms', 'email', 'voice'] as const, { minLength: 1 }),
  callOnly: fc.boolean(),
  stopped: fc.subarray(['+12125550102', 'b@example.com']),
  copyMode: fc.constantFrom('person' as const, 'appointment' as const, undefined),
  speaksOfPlace: fc.boolean(),
  chunk: fc.integer({ min: 1, max: 4 }),
  isCutOff: fc.boolean(),
});
export type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** Puts the world into an account of its own. */
export async function make(database: Database, it: World) {
  const account = await testAccount(database);
  const lists = it.appointments.map(({ people }) =>
    people.map(({ name, phone, email }) => ({
      name,
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
    })),
  );
  const ids = await addAppointments(database, account, lists);
  await database.engine.query(
    `update appointment a set status = case when w.c then 'cancelled'::appointment_status else 'confirmed' end, location = w.l
       from unnest($2::uuid[], $3::boolean[], $4::text[]) as w (id, c, l) where a.account_id = $1 and a.id = w.id`,
    [
      account.id,
      ids,
      it.appointments.map((a) => a.isCancelled),
      it.appointments.map((a) => a.location),
    ],
  );
  const wrong = it.appointments.flatMap(({ people }, n) =>
    people.map(({ invalid }, position) => ({ id: ids[n], position, invalid })),
  );
  await database.engine.query(
    `update participant p set invalid_address = w.invalid
       from jsonb_to_recordset($2) as w (id uuid, position int, invalid text)
      where p.account_id = $1 and p.appointment_id = w.id and p.position = w.position`,
    [account.id, JSON.stringify(wrong)],
  );
  const known: string[] = [];
  for (const { name, phones, email, tags } of it.contacts) {
    const addresses = [
      ...phones.map((address) => ({ kind: 'phone' as const, address, label: '' })),
      ...(email === null ? [] : [{ kind: 'email' as const, address: email, label: '' }]),
    ];
    const input = contactInput.parse({ name, tags, addresses });
    const saved = await asAccount(database, account.id, (client) =>
      createContact(client, account, input, systemClock.now()),
    );
    if ('contact' in saved) known.push(saved.contact.id);
  }
  const groups: string[] = [];
  for (const [n, { contacts, tags, people }] of it.groups.entries()) {
    const includeIds = contacts.flatMap((place) => known[place] ?? []);
    const members = {
      ...(includeIds.length > 0 && { contacts: { includeIds } }),
      ...(tags.length > 0 && { tags }),
      people,
    };
    const by = { name: 'Sam', at: systemClock.now() };
    const saved = await asAccount(database, account.id, (client) =>
      createGroup(client, account.id, { name: `Group ${n}`, members }, by),
    );
    if ('saved' in saved) groups.push(saved.saved.id);
  }
  await database.engine.query(
    `with known as (
       insert into number_line (account_id, number, takes_texts, source, learned_at, expires_at)
       select $1, n, n = any ($3), 'lookup', now(), 'infinity' from unnest($2::text[] || $3::text[]) n),
     agreed as (
       insert into consent (account_id, channel, address, state, basis, source, recorded_at, recorded_by)
       select $1, c.channel::channel, c.address, c.state::consent_state,
              case when c."isImplied" and c.state = 'granted' then 'implied' else 'explicit' end::consent_basis,
              'typed', now(), 'Sam'
         from jsonb_to_recordset($4) as c (channel text, address text, state text, "isImplied" boolean)),
     had as (
       insert into contacted (account_id, channel, address, at, attempt_id)
       select $1, c, a, now() - interval '1 hour', uuidv7() from unnest($5::text[]) a, unnest(enum_range(null::channel)) c)
     update sending_policy
        set allowed_countries = '{US,GB}', explicit_consent = $6::channel[], person_daily = $7
      where account_id = $1`,
    [
      account.id,
      it.takesNoTexts,
      it.takesTexts,
      JSON.stringify(it.consents),
      it.lately,
      it.wantsConsent,
      it.daily,
    ],
  );
  await database.engine.query(
    `insert into suppression (account_id, channel, address, reason)
     select $1, c, lower(a), 'stop' from unnest($2::text[]) a, unnest('{sms,email}'::channel[]) c`,
    [account.id, it.stopped],
  );
  const texts = it.speaksOfPlace
    ? content
    : { ...content, email: { subject: 'News', text: 'We are closed.' } };
  const request: BroadcastRequest = {
    audience: {
      appointments: { filter: {}, excludeIds: [] },
      ...(it.chosen && { contacts: { filter: it.chosen, excludeIds: [] } }),
      ...(it.tagged.length > 0 && { tags: it.tagged }),
      ...(groups.length > 0 && { groups }),
      people: it.typed,
    },
    content: Object.fromEntries(it.channels.map((channel) => [channel, texts[channel]])),
    callOnlyWithoutSms: it.callOnly,
    undoSeconds: 0,
    ...(it.copyMode ? { copyMode: it.copyMode } : {}),
  };
  const named = await nameAudience(database.engine, account, request.audience);
  const composed = compose(
    account,
    { ...request, ...named },
    await readSendingPolicy(database.engine, account.id),
    systemClock.now(),
  );
  if ('problems' in composed) throw new Error(JSON.stringify(composed.problems));
  return { account, request, composed };
}

export type Made = Awaited<ReturnType<typeof make>>;

/** Creates the broadcast, not taken yet; returns its id, or null where it would reach nobody. */
export async function create(
  database: Database,
  { account, request, composed }: Made,
  key: string,
  chunk?: number,
): Promise<string | null> {
  const parts = {
    request,
    composed,
    sendTimes: null,
    idempotencyKey: key,
    confirmedCount: null,
    createdBy: 'Sam',
  };
  const created = await createBroadcast(database, systemClock, account, parts, chunk);
  return 'id' in created ? created.id : null;
}
