import { drawDeed } from './desk.ts';
import type { Simulation } from './simulation.ts';
import type { Fate, Waiting } from './stage.ts';

/** Something that may happen next. */
export type Choice = { what: string; weight: number; act(): void };

/** Statements that may wait for locks at once, and transactions that may be torn: fewer than connections. */
const BLOCKED = 3;
const TORN = 3;

/** What may happen next, whether or not the world is calm, in an order that the same seed repeats. */
export function ordinaryChoices(world: Simulation, isCalm: boolean): Choice[] {
  return [
    ...statements(world, isCalm),
    ...messages(world),
    ...receipts(world),
    ...timers(world),
    ...looks(world),
  ].sort((a, b) => (a.what < b.what ? -1 : a.what > b.what ? 1 : 0));
}

function statements({ stage, random, scenario }: Simulation, isCalm: boolean): Choice[] {
  const isCrowded = stage.blocked >= BLOCKED;
  const mayPass = (one: Waiting) =>
    !isCrowded || [...stage.torn].some(({ owner }) => owner === one.owner);
  return stage.waiting.filter(mayPass).map((one) => ({
    what: `${one.owner.name}: ${one.what}`,
    // A torn transaction lingers before its commit: most that can go wrong would go wrong there.
    weight: one.kind === 'commit' ? 2 : 10,
    act: () => one.open(isCalm ? 'run' : drawFate(one)),
  }));

  function drawFate({ kind }: Waiting): Fate {
    if (random.chance(scenario.cut)) return 'cut';
    if (random.chance(scenario.lost) && (kind !== 'transaction' || random.chance(0.5)))
      return 'lost';
    const mayTear = kind === 'transaction' && stage.torn.size < TORN;
    return mayTear && random.chance(scenario.torn) ? 'torn' : 'run';
  }
}

function messages({ carrier, trace, time, names, ledger }: Simulation): Choice[] {
  const nameOf = (reference: string) => {
    const attempt = ledger.attempts.find(({ id }) => id === reference);
    return attempt ? `${names.delivery(attempt.delivery)} #${attempt.number}` : reference;
  };
  return [
    ...carrier.calls.map((call) => ({
      what: `carrier receives ${nameOf(call.reference)} of ${call.owner.name}`,
      weight: 6,
      act: () => trace.effect(carrier.receive(call)),
    })),
    ...carrier.answers
      .filter(({ owner, at }) => !owner.isGone && at <= time.now)
      .map((late) => ({
        what: `${late.owner.name} hears of ${nameOf(late.reference)}`,
        weight: 6,
        act: () => {
          carrier.answers.splice(carrier.answers.indexOf(late), 1);
          late.give();
        },
      })),
    ...carrier.questions
      .filter(({ owner }) => !owner.isGone)
      .map((question) => ({
        what: `carrier is asked by ${question.owner.name} about ${nameOf(question.reference)}`,
        weight: 6,
        act: () => trace.effect(carrier.respond(question)),
      })),
  ];
}

function receipts(world: Simulation): Choice[] {
  const due = world.carrier.reports.filter(({ at }) => at <= world.time.now);
  if (due.length === 0) return [];
  const act = () => world.bring(due.slice(0, world.random.between(1, due.length)));
  return [{ what: 'receipts come', weight: 4, act }];
}

function timers({ time }: Simulation): Choice[] {
  const [first] = time.due();
  if (!first) return [];
  return [{ what: `a timer of ${first.owner.name} rings`, weight: 8, act: first.ring }];
}

function looks({ workers, ledger }: Simulation): Choice[] {
  return workers
    .filter((worker) => worker.mayLook(ledger.lanes))
    .map((worker) => ({
      what: `${worker.owner.name} looks for work`,
      weight: 5,
      act: () => worker.look(),
    }));
}

/** Time passes until something is due; null: nothing will ever be. */
export function waiting(world: Simulation): Choice | null {
  const { time, carrier, ledger, workers } = world;
  const [skew = 0] = workers.map(({ owner }) => owner.skew).sort((a, b) => b - a);
  const moments = [
    time.next(),
    ...carrier.reports.map(({ at }) => at),
    ...carrier.answers.filter(({ owner }) => !owner.isGone).map(({ at }) => at),
    ...carrier.calls.map(({ deadline }) => deadline),
    ...ledger.lanes.map(({ wakeAt }) => (wakeAt === null ? null : wakeAt - skew)),
  ].filter((moment) => moment !== null);
  const future = moments.filter((moment) => moment > time.now);
  if (future.length === 0) return null;
  return { what: 'time passes', weight: 1, act: () => passUntil(world, Math.min(...future)) };
}

function passUntil({ time, carrier, trace }: Simulation, moment: number): void {
  const lost = carrier.loseUntil(moment).length;
  if (lost > 0) trace.effect(`${lost} on the wire never arrive`);
  time.advanceTo(moment);
}

/** What goes wrong, and what people do meanwhile. */
export function chaos(world: Simulation): Choice[] {
  const { random, scenario, stage, carrier, time, workers, ledger, names } = world;
  // Things go wrong where they do most harm: between a statement and its commit, and with calls on the wire.
  const tension = 1 + 2 * stage.torn.size;
  const danger = carrier.calls.length > 0 ? 1 : 0.4;
  const choices: Choice[] = [
    {
      what: 'time flies',
      weight: 0.6,
      act: () => passUntil(world, time.now + random.pick([50, 900, 4_000, 40_000])),
    },
    {
      what: carrier.isDown ? 'the carrier is back' : 'the carrier is down',
      weight: carrier.isDown ? 1 : scenario.outage,
      act: () => {
        carrier.isDown = !carrier.isDown;
      },
    },
    {
      what: 'every machine sleeps',
      weight: scenario.sleep,
      act: () => {
        while (carrier.calls[0]) {
          const [call] = carrier.calls;
          if (random.chance(0.5)) carrier.receive(call);
          else carrier.calls.shift();
        }
        time.sleep(random.pick([5_000, 120_000, 7_200_000]));
      },
    },
  ];
  const deed = drawDeed(random, world.accountId, ledger, names);
  choices.push({
    what: `desk: ${deed.what}`,
    weight: scenario.desk * tension,
    act: () => world.start(deed),
  });
  for (const worker of workers) {
    const { name } = worker.owner;
    choices.push(
      {
        what: `${name} is killed`,
        weight: scenario.crash * danger,
        act: () => world.crash(worker),
      },
      {
        what: `the clock of ${name} is set`,
        weight: scenario.skew,
        act: () => world.setClock(worker),
      },
    );
    if (worker.isStopping) continue;
    choices.push({ what: `${name} gives way`, weight: 0.1, act: () => worker.giveWay() });
    choices.push({
      what: `${name} is asked to end`,
      weight: (scenario.crash / 3) * danger,
      act: () => worker.stop(),
    });
  }
  if (workers.length < scenario.workers) {
    choices.push({ what: 'a worker starts', weight: 1.5, act: () => world.startWorker() });
  }
  return choices;
}
