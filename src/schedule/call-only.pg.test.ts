import { afterEach, describe, expect, it } from 'vitest';
import { addAppointments, type TestPerson } from '../../test/support/appointments.ts';
import { taken } from '../../test/support/carrier.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { Ways } from '../../test/support/ways.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import type { PlanRequest } from '../contract/plan.ts';
import { asEngineFor } from '../platform/database.ts';
import type { SendOutcome } from '../providers/provider.ts';
import { planBroadcast } from './plan.ts';
import { compose } from './selection.ts';

const database = await testDatabase();
const ways = new Ways(database);
afterEach(() => ways.stop());

const mobile = { name: 'Mo Bile', phone: '+447400123456' };
const landline = { name: 'Lan Dline', phone: '+442079460018' };
const voip = { name: 'Vo Ip', phone: '+445612345678' };
const unknown = { name: 'Una Known', phone: '+12125550101' };
const fixed = { name: 'Fix Ed', phone: '+12125550102' };
const everybody = [mobile, landline, voip, unknown, fixed];

const noText: SendOutcome = {
  outcome: 'rejected',
  reason: 'not_sms_capable',
  code: '30006',
  answer: 'Landline or unreachable carrier.',
};
/** The carrier, which knows better than anybody. */
const carrier = ({ channel, address }: { channel: string; address: string }) =>
  channel === 'sms' && [landline.phone, voip.phone, fixed.phone].includes(address) ? noText : taken;

const content = { sms: { text: 'Read: we are closed.' }, voice: { text: 'Hear: we are closed.' } };

async function clinic(people: readonly TestPerson[] = everybody) {
  const account = await testAccount(database);
  await database.engine.query(
    `update sending_policy set allowed_countries = '{US,GB}' where account_id = $1`,
    [account.id],
  );
  const includeIds = await addAppointments(
    database,
    account,
    people.map((person) => [person]),
  );
  const plan = async (request: PlanRequest) => {
    const policy = await readSendingPolicy(database.engine, account.id);
    const now = ways.clock.now();
    const composed = compose(account, request, policy, now);
    if ('problems' in composed) throw new Error(JSON.stringify(composed.problems));
    return asEngineFor(database, account.id, (client) =>
      planBroadcast(client, account, { name: 'Sam', email: '' }, composed, {
        timing: request,
        policy,
        now,
      }),
    );
  };
  const send = async (request: PlanRequest) => {
    const id = await take(database, ways.clock, account, request);
    return { accountId: account.id, id };
  };
  const request = (more: Partial<PlanRequest> = {}): PlanRequest => ({
    audience: { appointments: { includeIds }, people: [] },
    content,
    ...more,
  });
  return { account, plan, send, request };
}

describe('call only where SMS cannot go', () => {
  it('texts mobiles, calls landlines, and calls of the rest whose text fails for this', async () => {
    const { plan, send, request } = await clinic();
    const asked = request({ callOnlyWithoutSms: true });
    expect(await plan(asked)).toMatchObject({
      people: 5,
      reached: 5,
      deliveries: { sms: 4, email: 0, voice: 1 },
      callOnly: { upTo: 3 },
      fallbacks: [],
      excluded: [],
    });
    const way = ways.exchange(carrier);
    ways.start(way);
    const made = await send(asked);
    expect(await ways.done(made)).toEqual({ with_carrier: 5, not_delivered: 2 });
    expect(way.calls()).toEqual(
      [
        `sms ${mobile.phone}`,
        `sms ${voip.phone}`,
        `sms ${unknown.phone}`,
        `sms ${fixed.phone}`,
        `voice ${landline.phone}`,
        `voice ${voip.phone}`,
        `voice ${fixed.phone}`,
      ].sort(),
    );
    const stored = (await ways.rows(made)).map(({ name, channel, outcome, failure }) =>
      [name, channel, failure ?? outcome].join(' '),
    );
    expect(stored.sort()).toEqual([
      'Fix Ed sms not_sms_capable',
      'Fix Ed voice with_carrier',
      'Lan Dline voice with_carrier',
      'Mo Bile sms with_carrier',
      'Una Known sms with_carrier',
      'Vo Ip sms not_sms_capable',
      'Vo Ip voice with_carrier',
    ]);
  });

  it('sends text and call to everybody without the switch', async () => {
    const { plan, send, request } = await clinic();
    expect(await plan(request())).toMatchObject({
      deliveries: { sms: 5, voice: 5 },
      callOnly: null,
      excluded: [],
    });
    const way = ways.exchange(carrier);
    ways.start(way);
    expect(await ways.done(await send(request()))).toEqual({ with_carrier: 7, not_delivered: 3 });
    expect(way.calls()).toHaveLength(10);
  });

  it('leaves out of a mere text whose number is known to take none', async () => {
    const { plan, send, request } = await clinic();
    const asked = request({ content: { sms: content.sms } });
    expect(await plan(asked)).toMatchObject({
      deliveries: { sms: 4, voice: 0 },
      exclusions: [{ name: landline.name, channel: 'sms', reason: 'not_sms_capable' }],
    });
    const way = ways.exchange(() => taken);
    ways.start(way);
    expect(await ways.done(await send(asked))).toEqual({ with_carrier: 4, left_out: 1 });
    expect(way.calls()).not.toContain(`sms ${landline.phone}`);
  });

  it('learns from failures, and unlearns by success', async () => {
    const { plan, send, request } = await clinic([fixed, unknown]);
    const asked = request({ callOnlyWithoutSms: true });
    const way = ways.exchange(carrier);
    ways.start(way);
    const made = await send(asked);
    await ways.done(made);
    await way.report(unknown.phone, 'delivered');
    expect(await plan(asked)).toMatchObject({
      deliveries: { sms: 1, voice: 1 },
      callOnly: { upTo: 0 },
    });
    // The receipt of a carrier says so as well as its refusal.
    const later = await send(request({ content: { sms: content.sms } }));
    await ways.done(later);
    await way.report(unknown.phone, 'undelivered', 'not_sms_capable');
    expect(await plan(asked)).toMatchObject({ deliveries: { sms: 0, voice: 2 } });
    const both = await send(request());
    await ways.done(both);
    const text = way.sent.findLast(
      ({ channel, address }) => channel === 'sms' && address === unknown.phone,
    );
    if (!text) throw new Error('without the switch it is tried');
    await way.report(text, 'delivered');
    expect(await plan(asked)).toMatchObject({ deliveries: { sms: 1, voice: 1 } });
    // Half a year later nobody knows any more.
    ways.clock.advance(181 * 86_400_000);
    expect(await plan(asked)).toMatchObject({
      deliveries: { sms: 2, voice: 0 },
      callOnly: { upTo: 2 },
    });
  });

  it('calls nobody whose text failed for another reason, or who opted out of texts or calls', async () => {
    const { account, plan, send, request } = await clinic([mobile, landline, unknown, fixed]);
    await database.engine.query(
      `insert into suppression (account_id, channel, address, reason)
       values ($1, 'sms', $2, 'stop'), ($1, 'voice', $3, 'stop')`,
      [account.id, unknown.phone, landline.phone],
    );
    const asked = request({ callOnlyWithoutSms: true });
    const planned = await plan(asked);
    expect(planned).toMatchObject({ reached: 2, deliveries: { sms: 2, voice: 0 } });
    expect(planned.exclusions.map(({ name, channel, reason }) => [name, channel, reason])).toEqual([
      [landline.name, 'voice', 'opted_out'],
      [unknown.name, 'sms', 'opted_out'],
    ]);
    const way = ways.exchange(() => ({
      outcome: 'rejected',
      reason: 'carrier_blocked',
      code: null,
      answer: 'no',
    }));
    ways.start(way);
    expect(await ways.done(await send(asked))).toEqual({ not_delivered: 2, left_out: 2 });
    expect(way.calls().filter((call) => call.startsWith('voice'))).toEqual([]);
  });

  it('calls once where a family shares the number, and each appointment still counts', async () => {
    const home = [fixed, { ...fixed, name: 'Fia Ed' }];
    const { plan, send, request } = await clinic(home);
    const asked = request({ callOnlyWithoutSms: true });
    expect(await plan(asked)).toMatchObject({ reached: 2, callOnly: { upTo: 1 } });
    const way = ways.exchange(carrier);
    ways.start(way);
    const made = await send(asked);
    await ways.done(made);
    expect(way.calls()).toEqual([`sms ${fixed.phone}`, `voice ${fixed.phone}`]);
    const { rows } = await database.engine.query(
      `select count(*) as n from delivery_subject s join delivery d on d.account_id = $1 and d.id = s.delivery_id
        where s.account_id = $1 and d.channel = 'voice'`,
      [made.accountId],
    );
    expect(rows).toEqual([{ n: 2 }]);
  });
});
