import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { taken } from '../../test/support/carrier.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { Ways } from '../../test/support/ways.ts';
import type { FallbackStep } from '../contract/fallback.ts';
import type { SendOutcome } from '../providers/provider.ts';
import { cancelBroadcast } from '../schedule/take-back.ts';

const database = await testDatabase();
const ways = new Ways(database);

afterEach(() => ways.stop());

const calls = { content: { voice: { text: 'We are closed.' } } };
const voiceToEmail: FallbackStep = { from: 'voice', to: 'email', silenceMinutes: null };
const ana = { name: 'Ana Ruiz', phone: '+12125550101', email: 'ana@example.com' };
const busy: SendOutcome = { outcome: 'rejected', reason: 'busy', code: '486', answer: 'busy' };

describe('a call that is busy or not answered', () => {
  it('is made again so often and so much later as was asked, and then falls to the fallback', async () => {
    const way = ways.exchange();
    const redial = { times: 3, minutes: 10 };
    const made = await ways.send([ana], [voiceToEmail], { redial });
    ways.start(way);
    for (let call = 1; call <= 4; call += 1) {
      const last = await waitFor(
        async () => way.sent.at(-1),
        () => way.sent.length === call,
      );
      await ways.counts(made, { with_carrier: 1 });
      if (!last) throw new Error('a call was made');
      // Reports come late, twice and out of order; those of a call before change nothing any more.
      for (const earlier of way.sent.slice(0, -1)) {
        await way.report(earlier, 'undelivered', 'no_answer');
        await way.report(earlier, 'sent');
      }
      await way.report(last, 'undelivered', 'no_answer');
      if (call === 4) break;
      await way.report(last, 'sent');
      await way.report(last, 'undelivered', 'no_answer');
      const [row] = await ways.rows(made);
      expect(row).toMatchObject({ state: 'ready', waitReason: 'redial', failure: 'no_answer' });
      ways.later(9);
      expect(way.sent).toHaveLength(call);
      ways.later(1.1);
    }
    expect(await ways.done(made)).toEqual({ not_delivered: 1, with_carrier: 1 });
    expect(way.calls()).toEqual(['email ana@example.com', ...Array(4).fill('voice +12125550101')]);
  });

  it('is made again too where the carrier says so at once, and is over when they answer', async () => {
    const way = ways.exchange((_, before) => (before < 2 ? busy : taken));
    const made = await ways.send([ana], [], { ...calls, redial: { times: 5, minutes: 1 } });
    ways.start(way);
    for (const tries of [1, 2, 3]) {
      await waitFor(
        async () => way.sent.length,
        (n) => n === tries,
      );
      await ways.counts(made, tries < 3 ? { waiting: 1 } : { with_carrier: 1 });
      ways.later(1.1);
    }
    await way.report(ana.phone, 'delivered');
    expect(await ways.done(made)).toEqual({ delivered: 1 });
  });

  it('comes to the same end in whatever order, and however often, reports come', async () => {
    for (const seed of [1, 2, 3]) {
      const way = ways.exchange();
      const made = await ways.send([ana], [], { ...calls, redial: { times: 3, minutes: 10 } });
      const worker = ways.start(way);
      await ways.done(made);
      const [first] = way.sent;
      if (!first) throw new Error('a call was made');
      await way.report(first, 'undelivered', 'busy');
      ways.later(10.1);
      await ways.done(made);
      const second = way.sent.at(-1);
      if (!second || second === first) throw new Error('it was made again');
      const reports = [
        () => way.report(first, 'sent'),
        () => way.report(first, 'undelivered', 'busy'),
        () => way.report(second, 'sent'),
        () => way.report(second, 'delivered'),
      ].flatMap((report) => Array(5).fill(report));
      const all = fc.shuffledSubarray(reports, { minLength: reports.length });
      const [shuffled = []] = fc.sample(all, { numRuns: 1, seed });
      await Promise.all(shuffled.map((report) => report()));
      expect(await ways.done(made)).toEqual({ delivered: 1 });
      expect(way.sent).toHaveLength(2);
      await worker.stop();
    }
  });

  it('is not made again without being asked for, nor once the message is no longer valid', async () => {
    const way = ways.exchange(() => busy);
    const made = await ways.send([ana], [], calls);
    const late = await ways.send([ana], [], { ...calls, redial: { times: 5, minutes: 120 } });
    ways.start(way);
    expect(await ways.done(made)).toEqual({ not_delivered: 1 });
    await waitFor(
      () => ways.rows(late),
      ([row]) => row?.waitReason === 'redial',
    );
    ways.later(11 * 60);
    expect(await ways.done(late)).toEqual({ not_delivered: 1 });
    expect((await ways.rows(late))[0]).toMatchObject({ state: 'failed', failure: 'busy' });
    expect(way.sent).toHaveLength(3);
  });

  it('is taken back with its broadcast', async () => {
    const way = ways.exchange(() => busy);
    const made = await ways.send([ana], [], { ...calls, redial: { times: 5, minutes: 10 } });
    ways.start(way);
    await ways.counts(made, { waiting: 1 });
    await waitFor(
      async () => way.sent.length,
      (n) => n === 1,
    );
    await cancelBroadcast(database, ways.clock, made.accountId, made.id);
    await ways.counts(made, { taken_back: 1 });
    ways.later(11);
    expect(way.sent).toHaveLength(1);
  });
});

describe('at the pretend carrier', () => {
  it('a landline is called, a machine that answers counts, and a phone nobody answers gets an email', async () => {
    const people = [
      { name: 'Landline', sms: 'landline', voice: 'none' },
      { name: 'Machine', sms: 'landline', voice: 'voicemail' },
      { name: 'Off', sms: 'no_answer', voice: 'no_answer' },
      { name: 'Blocked', sms: 'blocked', voice: 'blocked' },
    ].map((one, n) => ({ ...one, phone: `+1212555010${n}`, email: `${n}@example.com` }));
    const smsToVoice: FallbackStep = { from: 'sms', to: 'voice', silenceMinutes: 5 };
    const made = await ways.send(
      people.map(({ name, phone, email }) => ({ name, phone, email })),
      [smsToVoice, voiceToEmail],
      { redial: { times: 1, minutes: 3 } },
    );
    await database.engine.query(
      `insert into sandbox_device (account_id, channel, address, fault)
       select $1, c, p.phone, case c when 'sms' then p.sms else p.voice end
         from jsonb_to_recordset($2) as p (phone text, sms sandbox_fault, voice sandbox_fault),
              unnest('{sms,voice}'::channel[]) c`,
      [made.accountId, JSON.stringify(people)],
    );
    ways.start();
    // Of the phone that is off the carrier says no more; the others are settled.
    await ways.counts(made, { delivered: 3, not_delivered: 4, with_carrier: 1 });
    ways.later(6);
    await waitFor(
      () => ways.rows(made),
      (rows) => rows.some(({ name, waitReason }) => name === 'Off' && waitReason === 'redial'),
    );
    ways.later(3.1);
    await ways.counts(made, { delivered: 4, not_delivered: 5, with_carrier: 1 });
    await ways.done(made);
    const seen = (await ways.rows(made))
      .filter(({ outcome }) => outcome === 'delivered')
      .map(({ name, channel, answeredBy }) => `${name}: ${channel} ${answeredBy ?? ''}`);
    expect(seen).toEqual([
      'Blocked: email ',
      'Landline: voice person',
      'Machine: voice machine',
      'Off: email ',
    ]);
  });
});
