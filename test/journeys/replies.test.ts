import { beforeAll, expect, test } from 'vitest';
import { agendaPage } from '../../src/contract/appointment.ts';
import { broadcast, broadcastList } from '../../src/contract/broadcast.ts';
import { communications, deliveryPage } from '../../src/contract/delivery.ts';
import { replyFrom, textAll } from '../support/replies.ts';
import { testServer } from '../support/test-server.ts';

const server = await testServer();
const { call } = server;
const LONG = `<b>Yes</b>, ${'I will be there. '.repeat(20)}`.trim();
let first = '';
let second = '';

beforeAll(async () => {
  server.clock.moveTo(new Date('2027-03-01T15:00Z'));
  await server.signUp();
  const events = ['Check-up - Ana Ruiz 212-555-0123', 'Cleaning - Ben Weiss 212-555-0124'];
  const lines = events.flatMap((title, n) => [
    ...['BEGIN:VEVENT', `UID:${n}`, `SUMMARY:${title}`, `DTSTART:20270309T15000${n}Z`],
    'END:VEVENT',
  ]);
  const form = new FormData();
  const file = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
  form.set('file', new Blob([file]), 'clinic.ics');
  expect((await call('POST', '/api/calendars/import', form)).status).toBe(200);
  first = await textAll(server, 'Closed tomorrow', 2);
  await replyFrom(server, '+12125550123', LONG);
  second = await textAll(server, 'Open after all', 2);
  await replyFrom(server, '+12125550124', 'Great');
});

test('what somebody answered stands at them on the agenda, shortened', async () => {
  const { json } = await call('GET', '/api/appointments');
  const replies = agendaPage.parse(json).items.map(({ participants }) => participants[0]?.reply);
  expect(replies).toEqual([
    { channel: 'sms', text: LONG.slice(0, 200), receivedAt: expect.stringMatching(/^2027-03-01/) },
    expect.objectContaining({ text: 'Great' }),
  ]);
});

test('a message says how many answered it, and each of them what', async () => {
  const { items } = broadcastList.parse((await call('GET', '/api/broadcasts')).json);
  expect(items.map(({ title, replied }) => [title, replied])).toEqual([
    ['Open after all', 1],
    ['Closed tomorrow', 1],
  ]);
  const of = async (id: string) =>
    deliveryPage
      .parse((await call('GET', `/api/broadcasts/${id}/deliveries`)).json)
      .items.map(({ name, reply }) => [name, reply?.text ?? null]);
  expect(await of(first)).toEqual([
    ['Ana Ruiz', LONG.slice(0, 200)],
    ['Ben Weiss', null],
  ]);
  expect(await of(second)).toEqual([
    ['Ana Ruiz', null],
    ['Ben Weiss', 'Great'],
  ]);
});

test('its people are narrowed to those who wrote back, or did not, in the list and in the file', async () => {
  const names = async (query: string) =>
    deliveryPage
      .parse((await call('GET', `/api/broadcasts/${first}/deliveries${query}`)).json)
      .items.map(({ name }) => name);
  expect(await names('?replied=yes')).toEqual(['Ana Ruiz']);
  expect(await names('?replied=no')).toEqual(['Ben Weiss']);
  expect(await names('?replied=yes&outcome=not_delivered')).toEqual([]);
  expect((await call('GET', `/api/broadcasts/${first}/deliveries?replied=maybe`)).status).toBe(422);
  const lines = async (query: string) => {
    const path = `/api/broadcasts/${first}/recipients.csv${query}`;
    const headers = { authorization: `Bearer ${server.token}` };
    const response = await fetch(new URL(path, server.url), { headers });
    return (await response.text()).trim().split('\r\n');
  };
  const [head, ana, ...others] = await lines('?replied=yes');
  expect([head?.endsWith(',"replied"'), ana, others]).toEqual([
    true,
    expect.stringMatching(/^"Ana Ruiz",.+I will be there\."$/),
    [],
  ]);
  expect((await lines('?replied=no'))[1]).toMatch(/^"Ben Weiss",.+,""$/);
});

test('in the panel each answer names its message, whole, and messages when they went out', async () => {
  const { items } = agendaPage.parse((await call('GET', '/api/appointments')).json);
  const [ana] = items.flatMap(({ participants }) => participants);
  const { json } = await call('GET', `/api/participants/${ana?.id}/communications`);
  const known = communications.parse(json);
  const earlier = known.items.find(({ title }) => title === 'Closed tomorrow');
  expect(known.answers).toMatchObject([{ text: LONG, deliveryId: earlier?.deliveryId }]);
  const times = [...known.items.map(({ sentAt }) => sentAt), known.answers[0]?.receivedAt];
  const [openAfterAll, closed, answered] = times.map((at) => Date.parse(at ?? ''));
  expect([closed, answered, openAfterAll]).toEqual(
    [closed, answered, openAfterAll].toSorted((a = 0, b = 0) => a - b),
  );
});

test('what was erased of a person shows no answer any more, and stays counted', async () => {
  const made = await call('POST', '/api/contacts', {
    name: 'Ana Ruiz',
    addresses: [{ kind: 'phone', address: '+12125550123' }],
  });
  expect(made.status).toBe(201);
  const { id } = made.json as { id: string };
  expect((await call('POST', `/api/contacts/${id}/erasure`, {})).status).toBe(200);
  const page = agendaPage.parse((await call('GET', '/api/appointments')).json);
  expect(page.items[0]?.participants.map(({ reply }) => reply)).toEqual([null]);
  expect(broadcast.parse((await call('GET', `/api/broadcasts/${first}`)).json).replied).toBe(1);
});
