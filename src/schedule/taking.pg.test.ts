import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kept, recount } from '../../test/support/ledger.ts';
import { create, LANDLINE, make, world } from '../../test/support/tangle.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import { systemClock } from '../platform/clock.ts';
import { asEngineFor } from '../platform/database.ts';
import { planBroadcast } from './plan.ts';
import { takeBroadcast } from './take-broadcast.ts';

const database = await testDatabase();

/** The ledger in the words of the plan. */
async function written(accountId: string, id: string) {
  const query = async (sql: string) => (await database.engine.query(sql, [accountId, id])).rows;
  return {
    deliveries: await query(
      `select channel, count(*) as n from delivery where account_id = $1 and broadcast_id = $2 group by 1 order by 1`,
    ),
    excluded: await query(
      `select channel, reason, count(*) as count from exclusion
        where account_id = $1 and broadcast_id = $2 group by 1, 2 order by 1, 2`,
    ),
    exclusions: await query(
      `select r.name, e.channel, e.reason, e.detail from exclusion e join recipient r on r.account_id = $1 and r.id = e.recipient_id
        where e.account_id = $1 and e.broadcast_id = $2 order by r.name, e.channel, e.reason, e.detail`,
    ),
  };
}

/** Each delivery with the fields it speaks of, and for whom it stands. */
async function messages(accountId: string, id: string) {
  const { rows } = await database.engine.query(
    `select d.channel, d.address, d.copy, coalesce(d.fields, r.fields) as fields,
            array(select s.participant_id from delivery_subject s
                   where s.account_id = $1 and s.delivery_id = d.id order by 1) as stands_for
       from delivery d join recipient r on r.account_id = $1 and r.id = d.recipient_id
      where d.account_id = $1 and d.broadcast_id = $2 order by 1, 2, 3`,
    [accountId, id],
  );
  return rows;
}

const byName = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

it('writes what was planned, in chunks of any size, cut off and resumed, and sends just that', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const made = await make(database, one);
      const { account, composed } = made;
      const policy = await readSendingPolicy(database.engine, account.id);
      const timing = { timing: {}, policy, now: systemClock.now() };
      const plan = await asEngineFor(database, account.id, (client) =>
        planBroadcast(client, account, { name: 'Sam', email: '' }, composed, timing),
      );
      const whole = await create(database, made, 'in one go');
      if (whole === null) return void expect(plan.reached).toBe(0);
      await takeBroadcast(database, systemClock, account.id, whole);
      const id = (await create(database, made, 'in chunks', one.chunk)) ?? whole;
      for (let tries = 0; one.isCutOff && tries < 12; tries += 1) {
        let asked = 0;
        const mayGoOn = () => asked++ === 0;
        await takeBroadcast(database, systemClock, account.id, id, { mayGoOn });
      }
      await takeBroadcast(database, systemClock, account.id, id);
      const ledger = await written(account.id, id);
      const planned = Object.entries(plan.deliveries).filter(([, n]) => n > 0);
      expect(ledger.deliveries.map(({ channel, n }) => [channel, n])).toEqual(planned);
      expect(ledger.excluded).toEqual(plan.excluded);
      expect(ledger.exclusions.sort(byName)).toEqual(
        plan.exclusions
          .map(({ name, channel, reason, detail }) => ({ name, channel, reason, detail }))
          .sort(byName),
      );
      expect(await messages(account.id, id)).toEqual(await messages(account.id, whole));
      expect(await kept(database, account.id, id)).toEqual(await recount(database, account.id, id));
      const isChoice = one.channels.includes('sms') && one.channels.includes('voice');
      for (const { channel, address, fields } of await messages(account.id, id)) {
        // No message of which a field is empty that its text needs.
        const needed = channel === 'sms' ? fields.participant.first_name : fields.participant.email;
        const isNeeded = channel === 'sms' || (channel === 'email' && one.speaksOfPlace);
        if (isNeeded) expect(needed).toBeTruthy();
        // Whose number takes no texts gets none, but with a call that goes to everybody.
        const takesTexts =
          ![...one.takesNoTexts, LANDLINE].includes(address) || one.takesTexts.includes(address);
        if (channel === 'sms' && (one.callOnly || !isChoice)) expect(takesTexts).toBe(true);
        if (channel === 'voice' && one.callOnly && isChoice) expect(takesTexts).toBe(false);
        // Where consent is wanted the last word is an express yes, and nobody gets more in a day than is allowed.
        const last = one.consents.findLast(
          (c) => c.channel === channel && c.address === address.toLowerCase(),
        );
        if (one.wantsConsent.some((wanted) => wanted === channel)) {
          expect(last).toMatchObject({ state: 'granted', isImplied: false });
        }
        const had = one.lately.includes(address.toLowerCase()) ? 1 : 0;
        if (one.daily !== null) expect(had).toBeLessThan(one.daily);
        if (channel === 'email' && one.speaksOfPlace) expect(fields.event?.location).toBeTruthy();
      }
    }),
    { numRuns: 60 },
  );
});
