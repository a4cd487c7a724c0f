import fc from 'fast-check';
import { expect, it } from 'vitest';
import { create, make, world } from '../../test/support/tangle.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import { type PersonOutcome, personOutcome } from '../contract/audience.ts';
import { type DeliveryState, deliveryState, outcomeOf } from '../contract/outcome.ts';
import { systemClock } from '../platform/clock.ts';
import { asEngineFor } from '../platform/database.ts';
import { readReach } from '../status/read-reach.ts';
import { nameRecipients } from './name-recipients.ts';
import { planBroadcast } from './plan.ts';
import { compose } from './selection.ts';
import { takeBroadcast } from './take-broadcast.ts';

const database = await testDatabase();

/** What became of each recipient of a broadcast, worked out from its rows one by one. */
async function outcomes(accountId: string, id: string) {
  const query = async <T extends object>(sql: string) =>
    (await database.engine.query<T>(sql, [accountId, id])).rows;
  const recipients = await query<{ id: string; who: string }>(
    `select id, concat(person_key, ' ', copy) as who from recipient where account_id = $1 and broadcast_id = $2`,
  );
  const deliveries = await query<{ id: string; recipient: string; state: DeliveryState }>(
    `select id, recipient_id as recipient, state from delivery where account_id = $1 and broadcast_id = $2`,
  );
  const stoodFor = await query<{ recipient: string; delivery: string }>(
    `select recipient_id as recipient, delivery_id as delivery from exclusion
      where account_id = $1 and broadcast_id = $2 and reason = 'duplicate'`,
  );
  const became = (recipient: string): PersonOutcome => {
    const others = stoodFor.filter((one) => one.recipient === recipient);
    const found = deliveries
      .filter((one) => one.recipient === recipient || others.some((o) => o.delivery === one.id))
      .map(({ state }) => outcomeOf[state]);
    if (found.some((one) => one === 'with_carrier' || one === 'delivered')) return 'reached';
    if (found.some((one) => one === 'waiting' || one === 'sending')) return 'under_way';
    return found.includes('not_sure') ? 'not_sure' : 'not_reached';
  };
  return recipients.map((one) => ({ who: one.who, became: became(one.id) }));
}

/** What was written of a broadcast, in the words of the plan. */
async function written(accountId: string, id: string) {
  const { rows } = await database.engine.query(
    `select coalesce((select jsonb_object_agg(channel, n) from (
              select channel, count(*) as n from delivery where account_id = $1 and broadcast_id = $2 group by 1) d), '{}') as deliveries,
            coalesce((select jsonb_agg(e order by channel, reason) from (
              select channel, reason, count(*) as count from exclusion
               where account_id = $1 and broadcast_id = $2 group by 1, 2) e), '[]') as excluded`,
    [accountId, id],
  );
  return rows[0];
}

async function firstTwo(accountId: string): Promise<string[]> {
  const { rows } = await database.engine.query<{ id: string }>(
    'select id from appointment where account_id = $1 order by starts_at limit 2',
    [accountId],
  );
  return rows.map(({ id }) => id);
}

const followed = fc.record({
  world,
  fates: fc.array(fc.constantFrom(...deliveryState.options), { minLength: 7, maxLength: 7 }),
  outcomes: fc.subarray(personOutcome.options, { minLength: 1 }),
  alsoTicked: fc.boolean(),
  withCalls: fc.boolean(),
});

type Followed = typeof followed extends fc.Arbitrary<infer T> ? T : never;

/** Ana's appointment is cancelled, and she hears as one who was chosen from the address book. */
const throughContact = {
  world: {
    appointments: [
      {
        people: [{ name: 'Ana Ruiz', phone: null, email: null, invalid: null }],
        location: 'Room 1',
        isCancelled: true,
      },
    ],
    typed: [],
    contacts: [{ name: 'Ana Ruiz', phones: ['+12125550104'], email: null, tags: ['vip'] }],
    chosen: { tags: ['vip'] },
    tagged: [],
    groups: [],
    takesNoTexts: [],
    takesTexts: [],
    wantsConsent: [],
    consents: [],
    daily: null,
    lately: [],
    channels: ['sms'],
    callOnly: false,
    stopped: [],
    copyMode: 'person',
    speaksOfPlace: false,
    chunk: 1,
    isCutOff: false,
  },
  fates: Array.from({ length: 7 }, () => 'ready'),
  outcomes: ['under_way', 'not_reached'],
  alsoTicked: false,
  withCalls: false,
} satisfies Followed;

/** Ana hears as one who was typed in, while her appointment is cancelled; somebody else has her number. */
const besideTyped = {
  ...throughContact,
  world: {
    ...throughContact.world,
    appointments: [
      {
        people: [{ name: 'Ana Ruiz', phone: '+12125550101', email: null, invalid: null }],
        location: 'Room 1',
        isCancelled: true,
      },
      { people: [], location: 'Room 1', isCancelled: false },
    ],
    typed: [{ name: 'Ana Ruiz', phone: '+12125550101', email: 'C@Example.com' }],
    contacts: [{ name: 'Mia Li', phones: ['+12125550101'], email: null, tags: [] }],
    chosen: null,
    tagged: [],
    groups: [],
    channels: ['voice'],
  },
  outcomes: ['not_reached'],
} satisfies Followed;

it('plans and writes just those recipients of an earlier broadcast of whom that became, in chunks of any size', async () => {
  await fc.assert(
    fc.asyncProperty(followed, async ({ world: one, fates, ...asked }) => {
      const made = await make(database, one);
      const { account } = made;
      const first = await create(database, made, 'first', one.chunk);
      if (first === null) return;
      await takeBroadcast(database, systemClock, account.id, first);
      await database.engine.query(
        `update delivery d set state = ($3::text[])[1 + o.n % 7]::delivery_state
           from (select id, row_number() over (order by id) as n from delivery
                  where account_id = $1 and broadcast_id = $2) o
          where d.account_id = $1 and d.id = o.id`,
        [account.id, first, fates],
      );
      const became = await outcomes(account.id, first);
      const meant = became.filter((each) => asked.outcomes.includes(each.became));
      const reach = await readReach(database.engine, account.id, first);
      for (const outcome of personOutcome.options) {
        expect(reach.people[outcome]).toBe(became.filter((b) => b.became === outcome).length);
      }

      const ticked = asked.alsoTicked ? await firstTwo(account.id) : [];
      const recipients = { broadcastId: first, outcomes: asked.outcomes };
      const audience = {
        recipients,
        people: [],
        ...(ticked.length > 0 && { appointments: { includeIds: ticked } }),
      };
      const named = await nameRecipients(database.engine, account, audience);
      const { copyMode } = made.composed.selection;
      const content = {
        ...made.request.content,
        ...(asked.withCalls && { voice: { text: 'Hi' } }),
      };
      const request = { ...made.request, content, audience, copyMode };
      const policy = await readSendingPolicy(database.engine, account.id);
      const composed = compose(account, { ...request, ...named }, policy, systemClock.now());
      if ('problems' in composed) throw new Error(JSON.stringify(composed.problems));
      const timing = { timing: {}, policy, now: systemClock.now() };
      const plan = await asEngineFor(database, account.id, (client) =>
        planBroadcast(client, account, { name: 'Sam', email: '' }, composed, timing),
      );
      const people = new Set(meant.map(({ who }) => who.slice(0, who.lastIndexOf(' '))));
      if (ticked.length === 0) expect(plan.people).toBe(people.size);
      const second = await create(database, { account, request, composed }, 'second', one.chunk);
      if (second === null) throw new Error('it is created');
      // What becomes of the first one meanwhile changes nothing.
      await database.engine.query(
        `update delivery set state = 'delivered' where account_id = $1 and broadcast_id = $2`,
        [account.id, first],
      );
      await takeBroadcast(database, systemClock, account.id, second);
      const planned = Object.entries(plan.deliveries).filter(([, n]) => n > 0);
      expect(await written(account.id, second)).toEqual({
        deliveries: Object.fromEntries(planned),
        excluded: plan.excluded,
      });
      const again = (await outcomes(account.id, second)).map(({ who }) => who);
      const expected = meant.map(({ who }) => who);
      // Who is ticked besides comes along whole.
      if (ticked.length > 0) expect(again).toEqual(expect.arrayContaining(expected));
      else expect(again.sort()).toEqual(expected.sort());
    }),
    {
      numRuns: 40,
      examples: [[throughContact], [besideTyped]],
    },
  );
});
