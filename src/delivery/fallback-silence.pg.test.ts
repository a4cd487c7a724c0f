import { afterEach, describe, expect, it } from 'vitest';
import { administer } from '../../test/support/break-connections.ts';
import { taken } from '../../test/support/carrier.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { Ways } from '../../test/support/ways.ts';
import type { FallbackStep } from '../contract/fallback.ts';

const database = await testDatabase();
const ways = new Ways(database);

afterEach(() => ways.stop());

const onSilence: FallbackStep = { from: 'sms', to: 'email', silenceMinutes: 30 };
const ana = { name: 'Ana Ruiz', phone: '+12125550101', email: 'ana@example.com' };
const tom = { name: 'Tom Wu', phone: '+12125550102', email: 'tom@example.com' };

/** When the sleeping fallback of a broadcast looks next. */
async function wakesAt(id: string): Promise<Date | null> {
  const { rows } = await database.engine.query<{ at: Date | null }>(
    'select wake_at as at from lane where broadcast_id = $1 and fallback_for is not null',
    [id],
  );
  return rows[0]?.at ?? null;
}

const isLater = (at: Date | null) => at !== null && at > ways.clock.now();

describe('a fallback on silence', () => {
  it('comes so long after the last word of a carrier that reports, for whom it said no more', async () => {
    const way = ways.exchange();
    const made = await ways.send([ana, tom], [onSilence]);
    ways.start(way);
    await ways.counts(made, { with_carrier: 2 });
    ways.later(20);
    await way.report(ana.phone, 'sent');
    await way.report(tom.phone, 'delivered');
    // It looks at thirty minutes and finds that there has been word since.
    ways.later(15);
    await waitFor(() => wakesAt(made.id), isLater);
    expect(way.sent).toHaveLength(2);
    ways.later(16);
    expect(await ways.done(made)).toEqual({ delivered: 1, with_carrier: 2 });
    expect(way.calls()).toContain('email ana@example.com');
    expect(way.sent).toHaveLength(3);
  });

  it('does not keep a broadcast open once all have arrived', async () => {
    const way = ways.exchange();
    const made = await ways.send([ana, tom], [onSilence]);
    ways.start(way);
    await ways.counts(made, { with_carrier: 2 });
    await waitFor(() => wakesAt(made.id), isLater);
    await way.report(ana.phone, 'delivered');
    await way.report(tom.phone, 'delivered');
    expect(await ways.done(made)).toEqual({ delivered: 2 });
  });

  it('never comes where the carrier reports nothing', async () => {
    const way = ways.exchange(
      () => taken,
      () => ({ receipts: false }),
    );
    const made = await ways.send([ana], [onSilence]);
    ways.start(way);
    expect(await ways.done(made)).toEqual({ with_carrier: 1 });
    expect(await wakesAt(made.id)).toBeNull();
  });

  it('is left alone on its way, and taken back before, when the first one arrives after all', async () => {
    const way = ways.exchange(({ address }) =>
      address === tom.email
        ? {
            outcome: 'retryable',
            reason: 'rate_limited',
            code: null,
            answer: '',
            retryAfter: 60_000,
          }
        : taken,
    );
    const made = await ways.send([ana, tom], [onSilence]);
    ways.start(way);
    await ways.counts(made, { with_carrier: 2 });
    ways.later(31);
    await ways.counts(made, { with_carrier: 3, waiting: 1 });
    await way.report(ana.phone, 'delivered');
    await way.report(tom.phone, 'delivered');
    ways.later(2);
    expect(await ways.done(made)).toEqual({ delivered: 2, with_carrier: 1, taken_back: 1 });
    const back = (await ways.rows(made)).find(({ outcome }) => outcome === 'taken_back');
    expect(back).toMatchObject({ address: tom.email, failure: 'reached_meanwhile' });
  });
});

describe('a fallback of a ledger that was set back in time', () => {
  it('is in doubt where it may have been sent before', async () => {
    const way = ways.exchange();
    const made = await ways.send([ana, tom], [onSilence]);
    const worker = ways.start(way);
    await ways.counts(made, { with_carrier: 2 });
    await way.report(tom.phone, 'sent');
    await worker.stop();
    // What was silent for long enough when the other ledger was lost may have been tried by it.
    ways.later(35);
    await database.engine.query('update lane set gap_until = $2 where broadcast_id = $1', [
      made.id,
      ways.clock.now(),
    ]);
    ways.start(way);
    await ways.counts(made, { with_carrier: 2, not_sure: 2 });
    expect(way.sent).toHaveLength(2);
  });
});

describe('the sweep of a fallback', () => {
  it('misses nobody whose report comes while it is being laid to sleep', async () => {
    const people = Array.from({ length: 150 }, (_, n) => ({
      name: `Person ${n}`,
      phone: `+1212${5_560_000 + n}`,
      email: `p${n}@example.com`,
    }));
    const way = ways.exchange();
    const made = await ways.send(people, [{ ...onSilence, silenceMinutes: null }]);
    const workers = [ways.start(way), ways.start(way)];
    await ways.done(made);
    const look = setInterval(() => {
      for (const { dispatcher } of workers) dispatcher.wake();
    }, 3);
    for (const { phone } of people) {
      await way.report(phone, 'undelivered', 'unreachable');
    }
    clearInterval(look);
    expect(await ways.done(made)).toEqual({ not_delivered: 150, with_carrier: 150 });
    expect(new Set(way.calls()).size).toBe(300);
    expect(way.sent).toHaveLength(300);
  });

  it('makes each delivery once, by several workers, though it is cut off again and again', async () => {
    await administer(
      database,
      `create sequence sweeps;
       grant usage, select on sequence sweeps to headsup_engine;
       create function cut_off() returns trigger language plpgsql as $$
       begin
         -- Counted whether it commits or not.
         if nextval('sweeps') < 3 then raise 'the server goes away'; end if;
         return null;
       end $$;
       create trigger cut_off after insert on delivery for each row
         when (new.channel = 'email' and new.address = 'person150@example.com') execute function cut_off()`,
    );
    const people = Array.from({ length: 1_300 }, (_, n) => ({
      name: `Person ${n}`,
      phone: `+1212${5_550_000 + n}`,
      email: `person${n}@example.com`,
    }));
    const way = ways.exchange(({ channel }) =>
      channel === 'email'
        ? taken
        : { outcome: 'rejected', reason: 'unreachable', code: null, answer: '' },
    );
    const made = await ways.send(people, [onSilence]);
    for (let worker = 0; worker < 3; worker += 1) ways.start(way);
    expect(await ways.done(made)).toEqual({
      not_delivered: people.length,
      with_carrier: people.length,
    });
    const { rows } = await database.engine.query('select last_value::int as n from sweeps');
    expect(rows).toEqual([{ n: 3 }]);
    const mails = way.calls().filter((call) => call.startsWith('email'));
    expect(new Set(mails).size).toBe(people.length);
    expect(mails).toHaveLength(people.length);
  });
});
