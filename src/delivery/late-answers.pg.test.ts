import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { MovableClock } from '../platform/clock.ts';
import type { SendOutcome } from '../providers/provider.ts';
import { readStory } from '../status/read-story.ts';
import { settleDelivery } from '../status/settle.ts';
import { answerOfSend } from './answer.ts';
import { unwatched } from './home-watch.ts';
import type { DueLane } from './lane.ts';
import { commitTick } from './tick.ts';

const database = await testDatabase();
const clock = new MovableClock();
const capabilities = {
  window: 1,
  timeout: 2_000,
  receipts: false,
  query: false,
  listing: false,
  uniqueRefs: true,
  visibilityLag: 0,
};

/** A delivery in doubt, and what commits the answer of its call, which comes after all. */
async function inDoubt() {
  const account = await testAccount(database);
  await addAppointments(database, account, people(1));
  const lost = carrier(() => ({ outcome: 'uncertain', answer: 'reset' }));
  const id = await take(database, clock, account, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'Hello' } },
  });
  const engine = startEngine(database, clock, lost.double);
  await until(database, account.id, id, (b) => b.state === 'sent' && b.counts.not_sure === 1);
  await engine.stop();
  const { rows } = await database.engine.query<{
    attemptId: string;
    deliveryId: string;
    number: number;
    redials: number;
    providerId: string;
    lane: string;
  }>(
    `select a.id as "attemptId", d.id as "deliveryId", a.number, d.redials, a.provider_id as "providerId", d.lane_id as lane
       from attempt a join delivery d on d.account_id = a.account_id and d.id = a.delivery_id
      where a.account_id = $1`,
    [account.id],
  );
  const [row] = rows;
  if (!row) throw new Error('there was an attempt');
  const { lane: laneId, providerId, ...attempt } = row;
  const lane = { accountId: account.id, id: laneId, channel: 'sms', broadcastId: id } as DueLane;
  const answersLate = (
    said: SendOutcome = { outcome: 'accepted', providerRef: 'm1', answer: 'ok' },
  ) => {
    const now = clock.now();
    return commitTick(
      database.ledger,
      {
        lane,
        providerId: null,
        now,
        windowUntil: now,
        open: [],
        policy: null,
        close: [answerOfSend(attempt, said, { providerId, capabilities }, now)],
      },
      unwatched,
    );
  };
  const story = () => readStory(database.engine, account.id, attempt.deliveryId);
  const decide = (decision: 'send_again' | 'write_off') =>
    settleDelivery(database, clock, account.id, attempt.deliveryId, decision);
  const counts = async () => {
    const now = await kept(database, account.id, id);
    expect(now).toEqual(await recount(database, account.id, id));
    return now;
  };
  return { account, id, answersLate, story, decide, counts };
}

it('is settled by the answer of a call that came back after all, also once a person wrote it off', async () => {
  for (const writeOff of [false, true]) {
    const { answersLate, story, decide, counts } = await inDoubt();
    if (writeOff) await decide('write_off');
    await answersLate();
    expect(await counts()).toEqual({ with_carrier: 1 });
    expect(await story()).toMatchObject({
      state: 'accepted',
      failure: null,
      attempts: [{ state: 'accepted', providerRef: 'm1', mayArriveTwice: false }],
    });
  }
});

it('does not send again what was wanted again, but turns out to have been taken', async () => {
  const { account, id, answersLate, decide, counts } = await inDoubt();
  await decide('send_again');
  await answersLate();
  const again = carrier(() => taken);
  const engine = startEngine(database, clock, again.double);
  await until(database, account.id, id, (b) => b.state === 'sent');
  await engine.stop();
  expect(again.calls).toEqual([]);
  expect(await counts()).toEqual({ with_carrier: 1 });
});

it('says that both may arrive where it was sent again before the answer came', async () => {
  const { account, id, answersLate, story, decide, counts } = await inDoubt();
  await decide('send_again');
  expect(await story()).toMatchObject({ attempts: [{ mayArriveTwice: false }] });
  const again = carrier(() => taken);
  const engine = startEngine(database, clock, again.double);
  await until(database, account.id, id, (b) => b.state === 'sent');
  await engine.stop();
  await answersLate();
  expect(await counts()).toEqual({ with_carrier: 1 });
  expect((await story())?.attempts).toMatchObject([
    { state: 'accepted', providerRef: 'm1', mayArriveTwice: true },
    { state: 'accepted', mayArriveTwice: false },
  ]);
});

it('goes again where the answer that came after all is that it was not taken, though nobody is left to wake its lane', async () => {
  const { account, id, answersLate, counts } = await inDoubt();
  await answersLate({ outcome: 'retryable', reason: 'rate_limited', code: '429', answer: 'later' });
  expect(await counts()).toEqual({ waiting: 1 });
  clock.advance(60_000);
  const again = carrier(() => taken);
  const engine = startEngine(database, clock, again.double);
  await until(database, account.id, id, (b) => b.state === 'sent');
  await engine.stop();
  expect(again.calls).toHaveLength(1);
  expect(await counts()).toEqual({ with_carrier: 1 });
});
