import { shutDoor } from '../../src/account/door-lock.ts';
import { recordOptOut } from '../../src/audience/opt-out.ts';
import type { RunningClock } from '../../src/platform/clock.ts';
import { asAccount, asEngine, type Database } from '../../src/platform/database.ts';
import { cancelBroadcast, setPaused } from '../../src/schedule/take-back.ts';
import { foldCounts } from '../../src/status/fold-counts.ts';
import { settleDelivery } from '../../src/status/settle.ts';
import type { LedgerView } from './ledger-view.ts';
import type { Names } from './names.ts';
import type { Random } from './random.ts';

/** Something that a person or the world outside does, once. */
export type Deed = {
  what: string;
  /** The delivery that a person wants to be sent again. */
  again?: string;
  run(database: Database, clock: RunningClock): Promise<unknown>;
};

/** Something that somebody could do now. */
export function drawDeed(
  random: Random,
  accountId: string,
  { deliveries, broadcasts, lanes }: LedgerView,
  names: Names,
): Deed {
  const { id } = random.pick(broadcasts);
  const delivery = random.pick(deliveries);
  const isPaused = lanes.some((lane) => lane.broadcast === id && lane.isPaused);
  const doubtful = deliveries.filter(({ state }) => state === 'uncertain');
  const choices: (Deed & { weight: number })[] = [
    { weight: isPaused ? 6 : 2, ...pausing(accountId, id, !isPaused, names) },
    {
      weight: 0.3,
      what: `cancels ${names.broadcast(id)}`,
      run: (database, clock) => cancelBroadcast(database, clock, accountId, id),
    },
    {
      weight: 1,
      what: `STOP comes from ${names.delivery(delivery.id)}`,
      run: (database, clock) => stop(database, clock, accountId, delivery.address),
    },
    {
      weight: 0.7,
      what: `the appointment of ${names.delivery(delivery.id)} is cancelled`,
      run: (database) => cancelAppointment(database, accountId, delivery.id),
    },
    {
      weight: 0.5,
      what: `the counts of ${names.broadcast(id)} are folded`,
      run: (database, clock) => foldCounts(database.engine, accountId, id, clock.now()),
    },
  ];
  if (doubtful.length > 0) {
    const decision = random.pick(['send_again', 'write_off'] as const);
    choices.push({ weight: 4, ...settling(accountId, random.pick(doubtful).id, decision, names) });
  }
  return random.weighted(choices);
}

/** A person pauses or resumes a broadcast. */
export function pausing(accountId: string, id: string, isPaused: boolean, names: Names): Deed {
  return {
    what: `${isPaused ? 'pauses' : 'resumes'} ${names.broadcast(id)}`,
    run: (database, clock) => setPaused(database, clock, accountId, id, isPaused),
  };
}

/** A person decides about a delivery of which nobody knows what became. */
export function settling(
  accountId: string,
  id: string,
  decision: 'send_again' | 'write_off',
  names: Names,
): Deed {
  const isAgain = decision === 'send_again';
  return {
    what: `${isAgain ? 'sends again' : 'writes off'} ${names.delivery(id)}`,
    ...(isAgain ? { again: id } : {}),
    run: (database, clock) => settleDelivery(database, clock, accountId, id, decision),
  };
}

/** What a STOP does. */
function stop(
  database: Database,
  clock: RunningClock,
  accountId: string,
  address: string,
): Promise<unknown> {
  return asEngine(database, (client) =>
    recordOptOut(client, clock, accountId, {
      channel: 'sms',
      address,
      source: 'reply',
      words: 'STOP',
    }),
  );
}

/** What an import does that cancels: the appointments first, the door before it commits. */
function cancelAppointment(
  database: Database,
  accountId: string,
  deliveryId: string,
): Promise<void> {
  return asAccount(database, accountId, async (client) => {
    await client.query(
      `update appointment a set status = 'cancelled'
         from delivery_subject s
        where s.account_id = $1 and s.delivery_id = $2 and a.account_id = $1 and a.id = s.appointment_id`,
      [accountId, deliveryId],
    );
    await shutDoor(client, accountId);
  });
}
