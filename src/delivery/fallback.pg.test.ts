import { afterEach, describe, expect, it } from 'vitest';
import { taken } from '../../test/support/carrier.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { Ways } from '../../test/support/ways.ts';
import type { FallbackStep } from '../contract/fallback.ts';
import type { FailureReason } from '../contract/outcome.ts';
import type { SendOutcome } from '../providers/provider.ts';
import { cancelBroadcast, setPaused } from '../schedule/take-back.ts';
import { settleDelivery } from '../status/settle.ts';

const database = await testDatabase();
const ways = new Ways(database);

afterEach(() => ways.stop());

const smsToEmail: FallbackStep = { from: 'sms', to: 'email', silenceMinutes: null };
const smsToVoice: FallbackStep = { from: 'sms', to: 'voice', silenceMinutes: null };
const voiceToEmail: FallbackStep = { from: 'voice', to: 'email', silenceMinutes: null };
const refused = (reason: FailureReason): SendOutcome => ({
  outcome: 'rejected',
  reason,
  code: null,
  answer: 'no',
});
const onlyEmail = ({ channel }: { channel: string }) =>
  channel === 'email' ? taken : refused('carrier_blocked');

const ana = { name: 'Ana Ruiz', phone: '+12125550101', email: 'ana@example.com' };
const tom = { name: 'Tom Wu', phone: '+12125550102', email: 'tom@example.com' };
const mia = { name: 'Mia Li', email: 'mia@example.com' };
const max = { name: 'Max Silent', phone: '+12125550104' };

describe('a fallback', () => {
  it('is tried at once for whom the channel before did not reach, once, and for nobody else', async () => {
    const way = ways.exchange(({ address }) =>
      address === ana.phone || address === max.phone ? refused('carrier_blocked') : taken,
    );
    const made = await ways.send([ana, tom, mia, max], [smsToEmail]);
    ways.start(way);
    await ways.done(made);
    expect(way.calls()).toEqual([
      'email ana@example.com',
      'email mia@example.com',
      'sms +12125550101',
      'sms +12125550102',
      'sms +12125550104',
    ]);
    const seen = (await ways.rows(made)).map(
      ({ name, channel, insteadOf, outcome, exclusion }) =>
        `${name}: ${channel}${insteadOf ? ` for ${insteadOf}` : ''} ${exclusion ?? outcome}`,
    );
    expect(seen.sort()).toEqual([
      'Ana Ruiz: email for sms with_carrier',
      'Ana Ruiz: sms not_delivered',
      'Max Silent: email for sms no_address',
      'Max Silent: sms not_delivered',
      'Mia Li: email for sms with_carrier',
      'Mia Li: sms no_address',
      'Tom Wu: sms with_carrier',
    ]);
    // The Messages column finds it: it stands for the same appointments.
    const { rows: subjects } = await database.engine.query(
      `select d.channel, count(*) as n from delivery_subject s
         join delivery d on d.account_id = $1 and d.id = s.delivery_id
        where s.account_id = $1 group by 1 order by 1`,
      [made.accountId],
    );
    expect(subjects).toEqual([
      { channel: 'sms', n: 3 },
      { channel: 'email', n: 2 },
    ]);
  });

  it('comes when the carrier says later that it did not arrive, and only once', async () => {
    const way = ways.exchange();
    const made = await ways.send([ana, tom], [smsToEmail]);
    ways.start(way);
    await ways.done(made);
    await way.report(tom.phone, 'delivered');
    await way.report(ana.phone, 'undelivered', 'unreachable');
    expect(await ways.done(made)).toEqual({ delivered: 1, not_delivered: 1, with_carrier: 1 });
    await way.report(ana.email, 'delivered');
    await way.report(ana.phone, 'undelivered', 'unreachable');
    await way.report(ana.phone, 'sent');
    expect(await ways.done(made)).toEqual({ delivered: 2, not_delivered: 1 });
    expect(way.calls()).toEqual(['email ana@example.com', 'sms +12125550101', 'sms +12125550102']);
  });

  it('goes on to the next one where that does not reach them either', async () => {
    const way = ways.exchange(onlyEmail);
    const made = await ways.send([ana, mia, max], [smsToVoice, voiceToEmail]);
    ways.start(way);
    await ways.done(made);
    expect(way.calls()).toEqual([
      'email ana@example.com',
      'email mia@example.com',
      'sms +12125550101',
      'sms +12125550104',
      'voice +12125550101',
      'voice +12125550104',
    ]);
    const left = (await ways.rows(made)).filter(({ exclusion }) => exclusion !== null);
    expect(left.map(({ name, channel }) => `${name} ${channel}`).sort()).toEqual([
      'Max Silent email',
      'Mia Li sms',
      'Mia Li voice',
    ]);
  });

  it('is for each of a family whose number failed, and once where they share an address too', async () => {
    const shared = { phone: '+12125550101' };
    const lia = { name: 'Lia', ...shared, email: 'lia@example.com' };
    const leo = { name: 'Leo', ...shared, email: 'home@example.com' };
    const zoe = { name: 'Zoe', ...shared, email: 'home@example.com' };
    const way = ways.exchange(onlyEmail);
    const made = await ways.send([lia, leo, zoe], [smsToEmail]);
    ways.start(way);
    await ways.done(made);
    expect(way.calls()).toEqual([
      'email home@example.com',
      'email lia@example.com',
      'sms +12125550101',
    ]);
    const mails = (await ways.rows(made)).filter(({ channel }) => channel === 'email');
    const home = mails.find(({ address, state }) => address === 'home@example.com' && state);
    expect([home?.name, ...(home?.alsoFor ?? [])].sort()).toEqual(['Leo', 'Zoe']);
    expect(mails.filter(({ exclusion }) => exclusion === 'duplicate')).toHaveLength(1);
  });

  it('is nothing for whoever opted out, nor in doubt until a person gives it up', async () => {
    const way = ways.exchange(({ channel, address }) => {
      if (channel === 'email') return taken;
      return address === tom.phone ? { outcome: 'uncertain', answer: '' } : refused('opted_out');
    });
    const made = await ways.send([ana, tom], [smsToEmail]);
    ways.start(way);
    expect(await ways.done(made)).toEqual({ not_delivered: 1, not_sure: 1 });
    const doubt = (await ways.rows(made)).find(({ outcome }) => outcome === 'not_sure');
    if (!doubt) throw new Error('one is in doubt');
    const { accountId } = made;
    expect(await settleDelivery(database, ways.clock, accountId, doubt.id, 'write_off')).toBe(true);
    expect(await ways.done(made)).toEqual({ not_delivered: 2, with_carrier: 1 });
    expect(way.calls()).toContain('email tom@example.com');
  });

  it('does not begin once the message before it is no longer valid', async () => {
    const way = ways.exchange();
    const made = await ways.send([ana], [smsToEmail]);
    ways.start(way);
    await ways.done(made);
    ways.later(13 * 60);
    await way.report(ana.phone, 'undelivered', 'unreachable');
    expect(await ways.done(made)).toEqual({ not_delivered: 1 });
  });

  it('is as valid as the broadcast was, from when it begins', async () => {
    const way = ways.exchange(({ channel }) =>
      channel === 'sms'
        ? taken
        : {
            outcome: 'retryable',
            reason: 'rate_limited',
            code: null,
            answer: '',
            retryAfter: 7 * 3_600_000,
          },
    );
    const made = await ways.send([ana], [smsToEmail]);
    ways.start(way);
    await ways.done(made);
    ways.later(11 * 60);
    await way.report(ana.phone, 'undelivered', 'unreachable');
    for (const tries of [2, 3]) {
      await waitFor(
        async () => way.sent.length,
        (n) => n === tries,
      );
      await ways.counts(made, { not_delivered: 1, waiting: 1 });
      if (tries === 2) ways.later(8 * 60);
    }
    ways.later(8 * 60);
    expect(await ways.done(made)).toEqual({ not_delivered: 2 });
    expect(way.sent).toHaveLength(3);
  });

  it('goes to no number that its account does not allow', async () => {
    const costly = { name: 'Zoe', phone: '+19005550123', email: 'zoe@example.com' };
    const way = ways.exchange(() => refused('mailbox_full'));
    const made = await ways.send([costly], [{ from: 'email', to: 'sms', silenceMinutes: null }]);
    ways.start(way);
    expect(await ways.done(made)).toEqual({ not_delivered: 1, left_out: 1 });
    expect(way.calls()).toEqual(['email zoe@example.com']);
  });

  it('waits while the broadcast is paused, and obeys a STOP on its own channel', async () => {
    const way = ways.exchange();
    const made = await ways.send([ana, tom], [smsToEmail]);
    ways.start(way);
    await ways.done(made);
    const { accountId, id } = made;
    await way.report(ana.phone, 'undelivered', 'unreachable');
    await setPaused(database, ways.clock, accountId, id, true);
    await way.report(tom.phone, 'undelivered', 'unreachable');
    const mails = () => way.calls().filter((call) => call.startsWith('email'));
    const before = mails();
    await database.engine.query(
      `insert into suppression (account_id, channel, address, reason) values ($1, 'email', $2, 'stop')`,
      [accountId, tom.email],
    );
    await setPaused(database, ways.clock, accountId, id, false);
    expect(await ways.done(made)).toEqual({ not_delivered: 2, with_carrier: 1, left_out: 1 });
    expect(before.length).toBeLessThanOrEqual(1);
    expect(mails()).toEqual(['email ana@example.com']);
  });

  it('is taken back with its broadcast', async () => {
    const way = ways.exchange(({ channel }) =>
      channel === 'sms'
        ? refused('carrier_blocked')
        : {
            outcome: 'retryable',
            reason: 'rate_limited',
            code: null,
            answer: '',
            retryAfter: 60_000,
          },
    );
    const made = await ways.send([ana, tom], [smsToEmail]);
    ways.start(way);
    await ways.counts(made, { not_delivered: 2, waiting: 2 });
    await cancelBroadcast(database, ways.clock, made.accountId, made.id);
    await ways.counts(made, { not_delivered: 2, taken_back: 2 });
    await way.report(ana.phone, 'undelivered', 'unreachable');
    ways.later(2);
    await ways.counts(made, { not_delivered: 2, taken_back: 2 });
  });
});
