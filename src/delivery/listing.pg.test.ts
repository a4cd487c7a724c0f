import { afterEach, expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people } from '../../test/support/carrier.ts';
import { startEngine, type TestEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { MovableClock } from '../platform/clock.ts';
import type { Capabilities, ListOutcome, Provider } from '../providers/provider.ts';

const database = await testDatabase();
const clock = new MovableClock();
const engines: TestEngine[] = [];
const LAG = 60_000;
/** The window of an attempt at this carrier, its lag, and the margin for clocks. */
const SETTLED = 7_000 + LAG + 10_000;
const everybody = {
  audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
  content: { sms: { text: 'We  moved your appointment.' } },
};

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

/** A carrier that can only list; which tries it takes, and whether it says so, is the test's. */
function listing(
  does: (address: string, tries: number) => { takes: boolean; answers: boolean },
  can: Partial<Capabilities> = {},
) {
  const messages: { address: string; ref: string; text: string; at: Date }[] = [];
  const { double, calls } = carrier(
    (address, tries) => {
      const { takes, answers } = does(address, tries);
      const ref = `m${calls.length}`;
      if (takes)
        messages.push({ address, ref, text: 'We moved your appointment.', at: clock.now() });
      if (!answers) return { outcome: 'uncertain', answer: 'reset by peer' };
      return { outcome: 'accepted', providerRef: ref, answer: 'ok' };
    },
    { listing: true, uniqueRefs: true, visibilityLag: LAG, ...can },
  );
  const list = async ({ address }: { address: string }): Promise<ListOutcome> => {
    const visible = messages.filter(({ at }) => clock.now().getTime() - at.getTime() >= LAG);
    const own = visible.filter((one) => one.address === address);
    return { outcome: 'listed', messages: own, complete: true };
  };
  return { double: { ...double, list } satisfies Provider, messages };
}

async function accountWith(count: number) {
  const account = await testAccount(database);
  await addAppointments(database, account, people(count));
  return account;
}

function start(provider: Provider): TestEngine {
  const engine = startEngine(database, clock, provider);
  engines.push(engine);
  return engine;
}

const wholeLedger = (accountId: string) =>
  database.engine.query<{ address: string; ref: string | null }>(
    `select d.address, a.unique_ref as ref from delivery d
       join attempt a on a.account_id = d.account_id and a.delivery_id = d.id and a.state = 'accepted'
      where d.account_id = $1 order by d.address, ref`,
    [accountId],
  );

it('finds what was taken by listing, sends again what was not, and gives each its own message', async () => {
  const account = await accountWith(12);
  // Of each three, one is answered, one is taken and its answer lost, one is lost on the way there.
  const { double, messages } = listing((address, tries) => {
    const kind = tries > 2 ? 0 : Number(address.slice(-2)) % 3;
    return { takes: kind !== 2, answers: kind === 0 };
  });
  const broadcasts = [
    await take(database, clock, account, everybody),
    await take(database, clock, account, everybody),
  ];
  start(double);
  for (const id of broadcasts) {
    await until(database, account.id, id, (b) => b.counts.not_sure === 8);
  }
  clock.advance(SETTLED);
  // Two that look alike may find the same message; the one that comes second asks again later.
  const settled = async (sure: number) => {
    for (const id of broadcasts) {
      await until(database, account.id, id, (b) => (b.counts.with_carrier ?? 0) >= sure);
    }
  };
  await settled(8);
  clock.advance(60_000);
  await settled(12);
  for (const id of broadcasts) {
    expect(await kept(database, account.id, id)).toEqual(await recount(database, account.id, id));
  }
  const { rows } = await wholeLedger(account.id);
  const took = messages.map(({ address, ref }) => ({ address, ref }));
  expect(rows).toHaveLength(24);
  expect(new Set(rows.map(({ ref }) => ref)).size).toBe(24);
  expect(new Set(rows.map(({ address, ref }) => address + ref))).toEqual(
    new Set(took.map(({ address, ref }) => address + ref)),
  );
});

it('waits where the listing fails or is not whole, and settles when it is', async () => {
  const account = await accountWith(2);
  const { double, messages } = listing((address) => ({
    takes: address.endsWith('0'),
    answers: false,
  }));
  let asked = 0;
  let isWell = false;
  const list: Provider['list'] = async (question) => {
    asked += 1;
    if (isWell) return double.list(question);
    if (asked % 2 === 0) throw new Error('HTTP 503');
    return { outcome: 'listed', messages: [], complete: false };
  };
  const id = await take(database, clock, account, everybody);
  const engine = start({ ...double, list });
  await until(database, account.id, id, (b) => b.counts.not_sure === 2);
  clock.advance(SETTLED);
  engine.dispatcher.wake();
  await until(database, account.id, id, () => asked >= 2);
  expect(await kept(database, account.id, id)).toEqual({ not_sure: 2 });
  isWell = true;
  clock.advance(SETTLED);
  await until(database, account.id, id, (b) => b.counts.with_carrier === 1);
  await until(database, account.id, id, () => messages.length === 1 && asked >= 4);
});

it('goes on where ids that should be unique are not', async () => {
  const account = await accountWith(20);
  const { double } = carrier(() => ({ outcome: 'accepted', providerRef: '0001', answer: 'ok' }), {
    uniqueRefs: true,
  });
  const id = await take(database, clock, account, everybody);
  start(double);
  await until(database, account.id, id, (b) => b.state === 'sent');
  expect(await kept(database, account.id, id)).toEqual({ with_carrier: 1, not_sure: 19 });
});
