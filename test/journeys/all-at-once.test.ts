import { beforeAll, expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { contact } from '../../src/contract/contact.ts';
import { deliveryPage } from '../../src/contract/delivery.ts';
import type { CallAnswer } from '../support/call.ts';
import { testServer } from '../support/test-server.ts';
import { typeIn } from '../support/type-appointment.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const { call, clock } = server;
const HOUR = 3_600_000;
const ROUNDS = 6;

beforeAll(async () => {
  clock.moveTo(new Date('2027-03-01T15:00Z'));
  await server.signUp();
});

/** Twelve people of the address book, four on each of three appointments. */
async function peopleOf(round: number) {
  const contacts: { id: string; name: string; phone: string }[] = [];
  for (let n = 0; n < 12; n += 1) {
    const [name, phone] = [
      `Person ${round} x${n}`,
      `+1212556${round}${String(n).padStart(3, '0')}`,
    ];
    const input = { name, addresses: [{ kind: 'phone', address: phone }] };
    const { id } = contact.parse((await call('POST', '/api/contacts', input)).json);
    contacts.push({ id, name, phone });
  }
  const on = (at: number) =>
    typeIn(call, {
      people: contacts.slice(at, at + 4).map(({ name, phone }) => ({ name, phone })),
    });
  return { contacts, visits: [await on(0), await on(4), await on(8)] };
}

test('all that people at desks do to a message as it begins gets in nobody’s way, and it goes once', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { contacts, visits } = await peopleOf(round);
    const asked = {
      audience: { appointments: { includeIds: visits.map(({ id }) => id) } },
      content: { sms: { text: `Round ${round}: {{ event.title }}` } },
      sendLater: inHours(1),
    };
    const made = await post('/api/broadcasts', asked);
    const { id, sendAt } = broadcast.parse(made.json);
    const list = await call('GET', `/api/broadcasts/${id}/deliveries`);
    const deliveries = deliveryPage.parse(list.json).items.map((one) => one.id);
    clock.moveTo(new Date(new Date(sendAt).getTime() - round * 30));
    const time = `/api/broadcasts/${id}/send-time`;
    const answers = await Promise.all([
      call('PUT', time, { sendLater: inHours(2) }),
      call('PUT', `/api/appointments/${visits[0]?.id}/status`, { status: 'cancelled' }),
      post(`/api/contacts/${contacts[3]?.id}/erasure`, { leaveAlone: true }),
      call('PATCH', `/api/appointments/${visits[1]?.id}`, { title: `Moved ${round}` }),
      ...deliveries.slice(4, 7).map((one) => post(`/api/deliveries/${one}/cancellation`)),
      post('/api/sandbox/replies', { channel: 'sms', address: contacts[9]?.phone, text: 'STOP' }),
      call('PUT', time, { sendLater: null }),
      post('/api/broadcasts', { ...asked, sendLater: inHours(3), replaces: id }),
      call('PUT', `/api/broadcasts/${id}/speed`, { perMinute: 6_000 }),
      post(`/api/broadcasts/${id}/pause`),
      call('DELETE', `/api/broadcasts/${id}/pause`),
      post(`/api/contacts/${contacts[7]?.id}/erasure`, {}),
    ]);
    // Too late, or busy just now, is an answer.
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    await call('DELETE', `/api/broadcasts/${id}/pause`);
    clock.advance(4 * HOUR);
    const anew = (await call('GET', '/api/broadcasts?limit=1')).json as { items: { id: string }[] };
    for (const one of new Set([id, anew.items[0]?.id ?? ''])) await over(one);
    const { rows } = await server.database.engine.query<{ n: number }>(
      `select count(*)::int as n from sandbox_message where content ->> 'text' like $1 group by address`,
      [`Round ${round}: %`],
    );
    expect(new Set(rows.map(({ n }) => n))).toEqual(new Set([1]));
  }
}, 120_000);

function post(path: string, body?: object): Promise<CallAnswer> {
  return call('POST', path, body, { 'idempotency-key': crypto.randomUUID() });
}

function inHours(hours: number) {
  const at = new Date(clock.now().getTime() + hours * HOUR);
  return { wall: at.toISOString().slice(0, 16), zone: 'Etc/UTC' };
}

function over(id: string) {
  return waitFor(
    async () => broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json),
    ({ finishedAt, counts }) => finishedAt !== null && counts.waiting === 0,
  );
}
