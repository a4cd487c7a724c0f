import { readSendingPolicy } from '../src/account/sending-policy.ts';
import type { PlanRequest } from '../src/contract/plan.ts';
import { systemClock } from '../src/platform/clock.ts';
import { asEngineFor } from '../src/platform/database.ts';
import { planBroadcast } from '../src/schedule/plan.ts';
import { compose } from '../src/schedule/selection.ts';
import { administer } from '../test/support/break-connections.ts';
import { type Benchmark, inRounds, type Measure, median, timed } from './benchmark.ts';
import { requestTo, takeTo } from './broadcast.ts';
import { addPeople } from './people.ts';
import type { BenchmarkSetting } from './setting.ts';

/** For how many recipients a plan may take how many milliseconds. */
const LIMITS = [
  { size: 10_000, limit: 300 },
  { size: 100_000, limit: 2_000 },
];
/** The same for the recipients of an earlier message, each of whom is looked up on the way from there. */
const AGAIN = [
  { size: 10_000, limit: 1_000 },
  { size: 100_000, limit: 10_000 },
];
/** The same, where each gets a text or a call by what is known of their number. */
const BY_NUMBER = { size: 10_000, limit: 500 };
const ROUNDS = 5;

/** What the joins of the plan cost where nobody is judged, compared or named. */
const COUNT = `
  select count(*)
    from appointment a
    join participant p on p.account_id = $1 and p.appointment_id = a.id
    left join contact c on c.account_id = $1 and c.id = p.contact_id
    left join number_line k on k.account_id = $1 and k.number = p.phone
    left join suppression s on s.account_id = $1 and s.channel = 'sms' and s.address = p.phone
   where a.account_id = $1 and a.calendar_id = $2`;

/**
 * The plan of a text with a merge field, for 10,000 people and for 100,000, against the time that whoever
 * composes it waits without wondering; how long it takes to count them over the same joins stands beside it.
 * The same for those whom an earlier message was for. And what a recipient costs of the many against the few, which
 * is to be flat.
 */
export const plan: Benchmark = {
  name: 'plan',
  async run(setting) {
    const calendars = await Promise.all(LIMITS.map(({ size }) => addPeople(setting, size)));
    await administer(setting.database, 'vacuum analyze');
    const measures: (Measure & { each: number })[] = [];
    for (const [n, each] of LIMITS.entries()) {
      measures.push(await measure(setting, calendars[n] ?? '', each));
    }
    const byNumber = await measure(setting, calendars[0] ?? '', BY_NUMBER, textOrCall);
    const again: Measure[] = [];
    for (const [n, each] of AGAIN.entries()) {
      const broadcastId = await takeTo(setting, calendars[n]);
      again.push(await measure(setting, calendars[n] ?? '', each, peopleOf(broadcastId)));
    }
    const [few, many] = measures.map(({ each }) => each);
    const flat: Measure = {
      name: 'plan – of 100,000 to of 10,000',
      unit: 'µs a recipient',
      ours: many ?? Number.NaN,
      baseline: few ?? Number.NaN,
      ratio: (many ?? Number.NaN) / (few ?? Number.NaN),
      aim: { most: 1.5 },
    };
    return [...[...measures, byNumber].map(({ each: _, ...rest }) => rest), ...again, flat];
  },
};

const textOrCall = {
  suffix: ', text or call',
  part: {
    content: { sms: { text: 'Hello {{ participant.first_name }}.' }, voice: { text: 'Hello.' } },
    callOnlyWithoutSms: true,
  },
};

/** All of an earlier message, of which statistics know nothing yet. */
function peopleOf(broadcastId: string) {
  const recipients = { broadcastId, outcomes: ['under_way' as const] };
  return { suffix: ' of an earlier message', part: { audience: { recipients, people: [] } } };
}

async function measure(
  { database, account }: BenchmarkSetting,
  calendarId: string,
  { size, limit }: (typeof LIMITS)[number],
  how: { suffix: string; part: Partial<PlanRequest> } = { suffix: '', part: {} },
): Promise<Measure & { each: number }> {
  const request = { ...requestTo(calendarId), ...how.part };
  const policy = await readSendingPolicy(database.engine, account.id);
  const now = systemClock.now();
  const composed = compose(account, request, policy, now);
  if ('problems' in composed) throw new Error('the text compiles');
  const lookupOffer = { provider: 'Carrier', price: { amount: 0.005, currency: 'USD' } };
  const rounds = await inRounds(ROUNDS, async () => ({
    ours: await timed(() =>
      asEngineFor(database, account.id, (client) =>
        planBroadcast(
          client,
          account,
          { name: 'Sam', email: '' },
          { ...composed, lookupOffer },
          {
            timing: {},
            policy,
            now,
          },
        ),
      ),
    ),
    counted: await timed(() => database.engine.query(COUNT, [account.id, calendarId])),
  }));
  const ours = median(rounds.map((round) => round.ours));
  return {
    name: `plan – ${size.toLocaleString('en')} recipients${how.suffix}`,
    unit: 'ms',
    ours,
    baseline: limit,
    ratio: ours / limit,
    aim: { most: 1 },
    facts: {
      'µs a recipient': (ours * 1_000) / size,
      'ms to count them': median(rounds.map((round) => round.counted)),
    },
    each: (ours * 1_000) / size,
  };
}
