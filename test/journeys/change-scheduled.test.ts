import { beforeAll, expect, test } from 'vitest';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import { writtenAgain } from '../../src/contract/written-again.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const HOUR = 3_600_000;
const UTC = 'Etc/UTC';
const people = ['+12125550101', '+12125550102', '+12135550103'].map((phone) => ({ phone }));
let made = 0;

beforeAll(async () => {
  server.clock.moveTo(new Date('2027-03-12T10:00Z'));
  await server.signUp();
});

test('sent now it goes to each once, and at its old time nothing more', async () => {
  const one = await schedule('Now', 2);
  const moved = await move(one.id, null);
  expect(moved).toMatchObject({ status: 200, json: { sendLater: null, undoUntil: null } });
  await sent(one.id);
  server.clock.advance(3 * HOUR);
  await settled();
  expect(await heard('Now')).toEqual([1, 1, 1]);
  expect(await move(one.id, null)).toMatchObject({ status: 409, json: { code: 'too_late' } });
});

test('moved earlier and later it goes at the new time alone', async () => {
  const earlier = await schedule('Earlier', 5);
  const later = await schedule('Later', 1);
  expect(await move(earlier.id, inHours(1))).toMatchObject({
    json: { state: 'scheduled', sendAt: at(1), expiresAt: at(13), sendLater: inHours(1) },
  });
  expect(await move(later.id, inHours(4))).toMatchObject({ json: { sendAt: at(4) } });
  server.clock.advance(HOUR + 1_000);
  await sent(earlier.id);
  await server.call('POST', `/api/broadcasts/${later.id}/pause`);
  await server.call('DELETE', `/api/broadcasts/${later.id}/pause`);
  await settled();
  expect([await heard('Earlier'), await heard('Later')]).toEqual([[1, 1, 1], []]);
  server.clock.advance(3 * HOUR);
  await sent(later.id);
  server.clock.advance(2 * HOUR);
  await settled();
  expect([await heard('Earlier'), await heard('Later')]).toEqual([
    [1, 1, 1],
    [1, 1, 1],
  ]);
});

test('moved to each recipient’s own clock, and back to one for all', async () => {
  const one = await schedule('Own', 30);
  const own = { wall: inHours(30).wall, zone: 'recipient' };
  const moved = await move(one.id, own);
  expect(moved).toMatchObject({ status: 200, json: { sendLater: own } });
  const times = await notBefore(one.id);
  // Los Angeles is three hours behind New York.
  expect(new Set(times).size).toBe(2);
  expect(broadcast.parse(moved.json).sendAt).toBe(times[0]);
  await move(one.id, inHours(2));
  expect(new Set(await notBefore(one.id))).toEqual(new Set([at(2)]));
  server.clock.advance(2 * HOUR + 1_000);
  await sent(one.id);
  expect(await heard('Own')).toEqual([1, 1, 1]);
});

test('a time that has passed or does not exist is refused, and nothing is changed', async () => {
  const one = await schedule('Refused', 2);
  expect(await move(one.id, inHours(-1))).toMatchObject({ json: { code: 'time_is_past' } });
  const gap = { wall: '2027-03-14T02:30', zone: 'America/New_York' };
  expect(await move(one.id, gap)).toMatchObject({ json: { code: 'time_does_not_exist' } });
  expect(await read(one.id)).toMatchObject({ sendLater: inHours(2), sendAt: at(2) });
  expect(await move(crypto.randomUUID(), null)).toMatchObject({ status: 404 });
  await server.call('POST', `/api/broadcasts/${one.id}/cancellation`);
  expect(await move(one.id, null)).toMatchObject({ json: { code: 'too_late' } });
});

test('written anew it goes once in the new words, with what it was made of before it', async () => {
  const one = await schedule('Old words', 1);
  const { json } = await server.call('GET', `/api/broadcasts/${one.id}/request`);
  const { request } = writtenAgain.parse(json);
  expect(request).toMatchObject({
    audience: { people: people.map(({ phone }) => ({ name: '', phone })) },
    content: { sms: { text: 'Old words' } },
    sendLater: one.sendLater,
  });
  const body = { ...request, content: { sms: { text: 'New words' } }, replaces: one.id };
  const key = crypto.randomUUID();
  const first = await post(body, key);
  expect(first.status).toBe(201);
  // The answer was lost, and it is asked for again.
  expect(await post(body, key)).toMatchObject({ status: 200, json: { id: idOf(first) } });
  const second = await post(body, crypto.randomUUID());
  expect(second).toMatchObject({ status: 409, json: { code: 'too_late' } });
  expect(await read(one.id)).toMatchObject({ state: 'canceled', replacedBy: idOf(first) });
  server.clock.advance(HOUR + 1_000);
  await sent(idOf(first));
  await settled();
  expect([await heard('Old words'), await heard('New words')]).toEqual([[], [1, 1, 1]]);
  // Though its time has passed by now, it is known that it was made.
  expect(await post(body, key)).toMatchObject({ status: 200, json: { id: idOf(first) } });
});

test('written anew while it begins, it goes once: in the old words or in the new', async () => {
  const outcomes = { old: 0, new: 0 };
  for (let round = 0; round < 40; round += 1) {
    const [before, after] = [`Race ${round} before`, `Race ${round} after`];
    const one = await schedule(before, 1);
    const request = { ...asked(before, 2), content: { sms: { text: after } }, replaces: one.id };
    // The clock runs: its time comes before the old one is held, while it is, or after it was taken back.
    server.clock.moveTo(new Date(new Date(one.sendAt).getTime() - (round % 20) * 15));
    let isAnswered = false;
    const posting = post(request, crypto.randomUUID()).finally(() => {
      isAnswered = true;
    });
    // Each wakes the workers.
    while (!isAnswered) {
      await server.call('PUT', `/api/broadcasts/${one.id}/speed`, { perMinute: null });
    }
    const answer = await posting;
    server.clock.advance(1_000);
    expect([201, 409]).toContain(answer.status);
    if (answer.status === 201) {
      outcomes.new += 1;
      await move(idOf(answer), null);
      await sent(idOf(answer));
      expect([await heard(before), await heard(after)]).toEqual([[], [1, 1, 1]]);
    } else {
      outcomes.old += 1;
      await sent(one.id);
      expect([await heard(before), await heard(after)]).toEqual([[1, 1, 1], []]);
    }
  }
  expect(outcomes.old).toBeGreaterThan(0);
  expect(outcomes.new).toBeGreaterThan(0);
});

test('moved, sent now and taken back by several at once, it goes once or not at all', async () => {
  for (let round = 0; round < 15; round += 1) {
    const text = `Crowd ${round}`;
    const one = await schedule(text, 1);
    server.clock.moveTo(new Date(new Date(one.sendAt).getTime() - round * 15));
    const calls = [
      move(one.id, null),
      move(one.id, inHours(3)),
      post({ ...asked(`${text} anew`, 3), replaces: one.id }, crypto.randomUUID()),
      post({ ...asked(`${text} again`, 3), replaces: one.id }, crypto.randomUUID()),
      ...(round % 2 === 0 ? [server.call('POST', `/api/broadcasts/${one.id}/cancellation`)] : []),
    ];
    const answers = await Promise.all(calls);
    expect(answers.every(({ status }) => [200, 201, 409].includes(status))).toBe(true);
    server.clock.advance(4 * HOUR);
    await settled();
    await waitFor(
      () => read(one.id),
      ({ state, counts }) => state !== 'scheduled' && state !== 'sending' && counts.waiting === 0,
    );
    const anew = answers.slice(2, 4).filter(({ status }) => status === 201);
    expect(anew.length).toBeLessThan(2);
    for (const answer of anew) await sent(idOf(answer));
    const all = [await heard(text), await heard(`${text} anew`), await heard(`${text} again`)];
    const canceled = (await read(one.id)).state === 'canceled' && anew.length === 0;
    expect(all.flat()).toEqual(canceled ? [] : [1, 1, 1]);
  }
});

function at(hours: number): string {
  const now = Math.floor(server.clock.now().getTime() / 60_000) * 60_000;
  return new Date(now + hours * HOUR).toISOString();
}

function inHours(hours: number) {
  return { wall: at(hours).slice(0, 16), zone: UTC };
}

function asked(text: string, hours: number) {
  return { audience: { people }, content: { sms: { text } }, sendLater: inHours(hours) };
}

async function schedule(text: string, hours: number): Promise<Broadcast> {
  made += 1;
  const answer = await post(asked(text, hours), `schedule ${made}`);
  expect(answer.status).toBe(201);
  return broadcast.parse(answer.json);
}

function post(body: object, key: string) {
  return server.call('POST', '/api/broadcasts', body, { 'idempotency-key': key });
}

function move(id: string, sendLater: object | null) {
  return server.call('PUT', `/api/broadcasts/${id}/send-time`, { sendLater });
}

async function read(id: string): Promise<Broadcast> {
  return broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json);
}

function sent(id: string) {
  return waitFor(
    () => read(id),
    ({ state }) => state === 'sent',
  );
}

function idOf({ json }: { json: unknown }): string {
  return broadcast.parse(json).id;
}

/** A message that is due has gone through meanwhile: the workers have looked. */
async function settled(): Promise<void> {
  const body = { audience: { people: [{ email: 'probe@example.com' }] }, undoSeconds: 0 };
  const content = { email: { subject: 'x', text: 'x' } };
  for (let round = 0; round < 2; round += 1) {
    await sent(idOf(await post({ ...body, content }, crypto.randomUUID())));
  }
}

/** How often each phone that heard a text did. */
async function heard(text: string): Promise<number[]> {
  const { rows } = await server.database.engine.query<{ n: number }>(
    `select count(*)::int as n from sandbox_message where content ->> 'text' = $1 group by address`,
    [text],
  );
  return rows.map(({ n }) => n);
}

async function notBefore(id: string): Promise<string[]> {
  const { rows } = await server.database.engine.query<{ at: Date }>(
    'select not_before as at from delivery where broadcast_id = $1 order by 1',
    [id],
  );
  return rows.map(({ at: time }) => time.toISOString());
}
