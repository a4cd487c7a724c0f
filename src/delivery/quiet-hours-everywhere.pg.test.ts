import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { isBetween, wallClock } from '../../test/support/wall-clock.ts';
import { MovableClock } from '../platform/clock.ts';

const HOUR = 3_600_000;
const NIGHT = { from: '21:00', until: '08:00' };
const ZONES = [
  'Africa/Casablanca',
  'America/Nuuk',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Australia/Eucla',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Marquesas',
];
/** When one or more of them change their clocks. */
const EDGES = [
  '2027-03-14T05:30Z',
  '2027-03-28T01:00Z',
  '2027-04-03T14:00Z',
  '2027-04-03T15:00Z',
  '2027-09-25T14:00Z',
  '2027-10-02T15:30Z',
  '2027-10-31T01:00Z',
  '2027-11-07T04:30Z',
];
const database = await testDatabase();

/** The zone and the expiry of each number. */
type Known = Map<string, { zone: string; expires: number }>;

/** Makes a message to one person in each zone, due now. */
async function tell(
  clock: MovableClock,
  account: Awaited<ReturnType<typeof testAccount>>,
  validHours: number,
  known: Known,
) {
  const numbers = ZONES.map((_, n) => `+1212${5_550_000 + known.size + n}`);
  const ids = await addAppointments(
    database,
    account,
    numbers.map((phone) => [{ name: phone, phone }]),
  );
  await database.engine.query(
    `update appointment a set time_zone = t.zone from unnest($2::uuid[], $3::text[]) t (id, zone)
      where a.account_id = $1 and a.id = t.id`,
    [account.id, ids, ZONES],
  );
  const expires = clock.now().getTime() + validHours * HOUR + 60_000;
  for (const [n, phone] of numbers.entries()) known.set(phone, { zone: ZONES[n] ?? '', expires });
  return take(database, clock, account, {
    audience: { appointments: { includeIds: ids }, people: [] },
    content: { sms: { text: 'Hello' } },
    validMinutes: validHours * 60,
  });
}

/** When the lanes of these want to be visited next, once no visit is due or under way; null: never. */
async function nextWake(clock: MovableClock, ids: readonly string[]): Promise<Date | null> {
  const { wakeAt } = await waitFor(
    async () => {
      const { rows } = await database.engine.query<{ wakeAt: Date | null; busy: number }>(
        `select (select min(wake_at) from lane where broadcast_id = any ($1)) as "wakeAt",
                (select count(*) from delivery where broadcast_id = any ($1)
                    and (state in ('claimed', 'submitting') or state = 'ready' and not_before <= $2)) as busy`,
        [ids, clock.now()],
      );
      return rows[0] ?? { wakeAt: null, busy: 1 };
    },
    ({ wakeAt, busy }) => busy === 0 && (wakeAt === null || wakeAt > clock.now()),
  );
  return wakeAt;
}

it('nothing is opened in quiet hours or after its expiry, after a day away when clocks change', async () => {
  const clock = new MovableClock();
  const account = await testAccount(database);
  await database.engine.query(
    `update sending_policy set quiet_from = $2, quiet_until = $3 where account_id = $1`,
    [account.id, NIGHT.from, NIGHT.until],
  );
  const known: Known = new Map();
  const calls: { address: string; at: Date }[] = [];
  const { double } = carrier((address) => {
    calls.push({ address, at: clock.now() });
    return taken;
  });
  for (const edge of EDGES.map((text) => new Date(text).getTime())) {
    clock.moveTo(new Date(edge - 12 * HOUR));
    const ids = [await tell(clock, account, 72, known), await tell(clock, account, 26, known)];
    clock.moveTo(new Date(edge + 12 * HOUR));
    const engine = startEngine(database, clock, double);
    let wakeAt = await nextWake(clock, ids);
    for (; wakeAt !== null; wakeAt = await nextWake(clock, ids)) {
      clock.moveTo(wakeAt);
      engine.dispatcher.wake();
    }
    await engine.stop();
  }
  const wrong = calls.filter(({ address, at }) => {
    const { zone, expires } = known.get(address) ?? { zone: 'Etc/UTC', expires: 0 };
    return isBetween(wallClock(zone, at), NIGHT) || at.getTime() >= expires;
  });
  expect(wrong).toEqual([]);
  const { rows } = await database.engine.query<{ validMinutes: number; state: string; n: number }>(
    `select b.valid_minutes as "validMinutes", d.state, count(*) as n
       from delivery d join broadcast b on b.id = d.broadcast_id group by 1, 2 order by 1, 2`,
  );
  // Those that hold for three days all went; of the others, those whose quiet hours ended in time.
  const all = EDGES.length * ZONES.length;
  expect(rows).toMatchObject([
    { validMinutes: 26 * 60, state: 'accepted' },
    { validMinutes: 26 * 60, state: 'expired' },
    { validMinutes: 72 * 60, state: 'accepted', n: all },
  ]);
  expect(calls.length).toBe(all + (rows[0]?.n ?? 0));
});
