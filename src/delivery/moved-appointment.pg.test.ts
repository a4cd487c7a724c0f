import { afterEach, expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { startEngine, type TestEngine } from '../../test/support/engine.ts';
import { until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { shutDoor } from '../account/door-lock.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import { changeTyped } from '../calendars/change-typed.ts';
import { createTyped } from '../calendars/create-typed.ts';
import { uploadCalendar } from '../calendars/upload.ts';
import { MovableClock } from '../platform/clock.ts';
import { asAccount, inTransaction } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { listDeliveries } from '../status/read-deliveries.ts';
import { readStory } from '../status/read-story.ts';
import { unwatched } from './home-watch.ts';
import type { DueLane } from './lane.ts';
import { LaneClaim } from './lane-claim.ts';
import { claim } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import type { Carrier } from './provider-pool.ts';
import { SendWindow } from './send-window.ts';
import { commitTick } from './tick.ts';

const RELEASE = sqlFile(import.meta.url, '../calendars/sql/release-changed.sql');
const database = await testDatabase();
const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

/** The only lane of an account, and who carries it. */
async function laneOf(accountId: string, broadcastId: string) {
  const { rows } = await database.engine.query<{ id: string; providerId: string }>(
    `select l.id, c.provider_id as "providerId"
       from lane l join channel_provider c on c.account_id = l.account_id and c.channel = l.channel
      where l.account_id = $1`,
    [accountId],
  );
  const [{ id, providerId } = { id: '', providerId: '' }] = rows;
  // A claim and a tick use no more of it.
  return { lane: { accountId, id, channel: 'sms', broadcastId } as DueLane, providerId };
}

it('tells nobody an old time: of an appointment that was moved it says what holds when it goes out', async () => {
  const clock = new MovableClock();
  const account = await testAccount(database);
  const ana = { name: 'Ana Ruiz', phone: '+12125550101' };
  const [first = '', second = ''] = await addAppointments(database, account, [[ana], [ana]]);
  const request = {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'See you at {{ event.time_phrase }} in {{ event.location }}.' } },
  };
  await database.engine.query(`update appointment set location = 'Room 1' where account_id = $1`, [
    account.id,
  ]);
  const at = new Date(clock.now().getTime() + 3_600_000);
  const id = await take(database, clock, account, request, at);
  await database.engine.query(
    `update appointment set starts_at = '2027-03-08T20:30Z', location = 'Room 7' where account_id = $1 and id = $2`,
    [account.id, first],
  );
  engines.push(startEngine(database, clock));
  clock.moveTo(new Date(at.getTime() + 1_000));
  for (const engine of engines) engine.dispatcher.wake();
  await until(database, account.id, id, ({ state }) => state === 'sent');
  const { rows } = await database.engine.query<{ text: string }>(
    `select content ->> 'text' as text from sandbox_message where account_id = $1 order by 1`,
    [account.id],
  );
  expect(rows.map(({ text }) => text)).toEqual([
    'See you at 10:00 AM in Room 1.',
    'See you at 3:30 PM in Room 7.',
  ]);
  // What was said stays as it was said.
  await database.engine.query(
    `update appointment set location = 'Room 9' where account_id = $1 and id = any ($2)`,
    [account.id, [first, second]],
  );
  const { items } = await listDeliveries(database.engine, account.id, id, { limit: 10 });
  const stories = await Promise.all(
    items.map((one) => readStory(database.engine, account.id, one.id)),
  );
  expect(stories.map((story) => story?.text).sort()).toEqual(rows.map(({ text }) => text));
});

it('tells nobody of what is cancelled, although they are still on another appointment, which they declined', async () => {
  const clock = new MovableClock();
  const account = await testAccount(database);
  const ana = { name: 'Ana Ruiz', phone: '+12125550101' };
  const [declined = '', cancelled = ''] = await addAppointments(database, account, [[ana], [ana]]);
  const at = new Date(clock.now().getTime() + 3_600_000);
  const request = {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'See you soon.' } },
  };
  const id = await take(database, clock, account, request, at);
  await database.engine.query(
    'update participant set has_declined = true where account_id = $1 and appointment_id = $2',
    [account.id, declined],
  );
  await database.engine.query(
    `update appointment set status = 'cancelled' where account_id = $1 and id = $2`,
    [account.id, cancelled],
  );
  engines.push(startEngine(database, clock));
  clock.moveTo(new Date(at.getTime() + 1_000));
  for (const engine of engines) engine.dispatcher.wake();
  await until(database, account.id, id, ({ state }) => state === 'sent');
  const { items } = await listDeliveries(database.engine, account.id, id, { limit: 10 });
  expect(items.map(({ state, failure }) => [state, failure])).toEqual([
    ['canceled', 'appointment_cancelled'],
  ]);
});

it('holds nothing twice: what was released and is claimed anew by the same run goes out as it is now', async () => {
  const clock = new MovableClock();
  const account = await testAccount(database);
  const ana = { name: 'Ana Ruiz', phone: '+12125550101' };
  const [appointment = ''] = await addAppointments(database, account, [[ana]]);
  const move = (room: string) =>
    database.engine.query('update appointment set location = $2 where account_id = $1', [
      account.id,
      room,
    ]);
  await move('Room 1');
  const id = await take(database, clock, account, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'See you in {{ event.location }}.' } },
  });
  const { lane, providerId } = await laneOf(account.id, id);
  // Of tools and carrier a claim uses no more than this.
  const tools = { pool: database.ledger, clock } as unknown as LaneTools;
  const carrier = { providerId, window: new SendWindow(5) } as unknown as Carrier;
  const held = new LaneClaim(tools, lane, carrier);
  await held.more(10);
  const old = [...held.held];
  await move('Room 7');
  await inTransaction(database.engine, async (client) => {
    await shutDoor(client, account.id);
    await client.query(RELEASE, [account.id, [appointment]]);
  });
  await held.more(10);
  expect(held.held.map(({ fields }) => fields)).toMatchObject([{ event: { location: 'Room 7' } }]);
  // The tick with the old text comes to the door only now: what is claimed anew is none of its own.
  const now = clock.now();
  const windowUntil = new Date(now.getTime() + 15_000);
  const policy = await readSendingPolicy(database.engine, account.id);
  const tick = { lane, providerId, now, windowUntil, policy, close: [] };
  const late = await commitTick(
    database.ledger,
    { ...tick, open: old.map(({ id: one, claimId }) => ({ id: one, claimId, verdict: null })) },
    unwatched,
  );
  expect(late).toEqual({ opened: [], turnedAway: [] });
});

it.each([
  ['a calendar', byCalendar],
  ['a person', byHand],
])(
  'opens nothing with an old time: what a worker holds when %s moves the appointment is claimed anew',
  async (_, put) => {
    const clock = new MovableClock();
    const account = await testAccount(database);
    await put(account, '2026-11-30T09:00');
    const id = await take(database, clock, account, {
      audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
      content: { sms: { text: 'See you at {{ event.time_phrase }}.' } },
    });
    const { lane, providerId } = await laneOf(account.id, id);
    const now = clock.now();
    const held = await claim(database.ledger, lane, providerId, now, 10);
    expect(held).toHaveLength(1);
    await put(account, '2026-11-30T15:30');
    const open = held.map(({ id: one, claimId }) => ({ id: one, claimId, verdict: null }));
    const windowUntil = new Date(now.getTime() + 15_000);
    const tick = { lane, providerId, now, windowUntil, open, policy: null, close: [] };
    expect(await commitTick(database.ledger, tick, unwatched)).toEqual({
      opened: [],
      turnedAway: [],
    });
    engines.push(startEngine(database, clock));
    await until(database, account.id, id, ({ state }) => state === 'sent');
    const sent = await database.engine.query<{ text: string }>(
      `select content ->> 'text' as text from sandbox_message where account_id = $1`,
      [account.id],
    );
    expect(sent.rows).toEqual([{ text: 'See you at 3:30 PM.' }]);
  },
);

type Account = Awaited<ReturnType<typeof testAccount>>;

async function byCalendar(account: Account, start: string): Promise<void> {
  const at = `DTSTART:${start.replace(/[-:]/g, '')}00`;
  const lines = ['UID:ana', 'SUMMARY:Check-up - Ana Ruiz 212-555-0123', at];
  const event = ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
  const text = ['BEGIN:VCALENDAR', ...event, 'END:VCALENDAR', ''].join('\r\n');
  const file = { bytes: Buffer.from(text), fileName: 'clinic.ics' };
  const clock = new MovableClock();
  expect(await uploadCalendar(database, account, file, clock)).toHaveProperty('report');
}

/** The same key makes it once; from then on it is changed. */
async function byHand(account: Account, start: string): Promise<void> {
  const times = { start, end: start.replace(/:\d+$/, ':45') };
  const people = [{ name: 'Ana Ruiz', phone: '+12125550123' }];
  await asAccount(database, account.id, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select appointment_id as id from typed_appointment where account_id = $1',
      [account.id],
    );
    const [known] = rows;
    const input = { title: 'Check-up', location: '', times, people };
    const saved = known
      ? await changeTyped(client, account, known.id, { times })
      : await createTyped(client, account, input, { key: 'by hand', by: 'Sam' });
    expect(saved).toHaveProperty('id');
  });
}
