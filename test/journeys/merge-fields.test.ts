import { beforeAll, describe, expect, test } from 'vitest';
import { accountProfile } from '../../src/contract/account.ts';
import { broadcast } from '../../src/contract/broadcast.ts';
import {
  fieldValues,
  type InsertableField,
  insertableFields,
} from '../../src/contract/insertable-field.ts';
import { plan, preview } from '../../src/contract/plan.ts';
import { sandboxDevicePage } from '../../src/contract/sandbox.ts';
import { memberOf } from '../support/member-of.ts';
import { type TestServer, testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server: TestServer = await testServer();
const ANA = '+12125550123';
const TOM = '+12125550188';

beforeAll(async () => {
  await server.signUp();
  server.clock.moveTo(new Date('2027-03-02T15:00Z'));
  const events = [
    [
      'UID:1',
      'SUMMARY:Check-up - Ana Ruiz 212-555-0123',
      'DTSTART;TZID=America/New_York:20270308T093000',
    ],
    [
      'UID:2',
      'SUMMARY:Physio - Tom Ferrari 212-555-0188',
      'DTSTART;TZID=America/New_York:20270308T140000',
    ],
  ];
  const [ana = [], tom = []] = events;
  ana.push('DURATION:PT1H30M', 'DESCRIPTION:Room: 2\\nBooking ref: {{ user.name }}');
  tom.push('DURATION:PT30M', 'DESCRIPTION:Room: 7\\nCard no: 4711');
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  const text = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
  const form = new FormData();
  form.append('file', new Blob([text]), 'Dr Weiss.ics');
  expect(await server.call('POST', '/api/calendars/import', form)).toMatchObject({ status: 200 });
});

const everybody = {
  appointments: { filter: { from: '2027-03-08', to: '2027-03-08' } },
};

const bodyOf = (text: string) => ({ audience: everybody, content: { sms: { text } } });

async function previewOf(text: string, index = 0): Promise<string | undefined> {
  const { json } = await server.call('POST', '/api/previews', { ...bodyOf(text), index });
  return preview.parse(json).messages[0]?.text;
}

async function give(part: object): Promise<void> {
  const { json } = await server.call('GET', '/api/account');
  const profile = { ...accountProfile.parse(json), ...part };
  expect(await server.call('PUT', '/api/account', profile)).toMatchObject({
    status: 200,
    json: profile,
  });
}

/** What a phone got last. */
async function lastAt(address: string): Promise<string | undefined> {
  const { json } = await server.call(
    'GET',
    `/api/sandbox/devices?text=${encodeURIComponent(address)}`,
  );
  return sandboxDevicePage.parse(json).items[0]?.messages[0]?.text;
}

describe('fields of a calendar', () => {
  test('are in the menu, by the names that their lines have', async () => {
    const { json } = await server.call('GET', '/api/merge-fields');
    const { items } = insertableFields.parse(json);
    const custom = items.filter((field) => field.custom);
    expect(custom).toMatchObject([
      { name: 'event.fields.booking_ref', label: 'Booking ref', group: 'event' },
      { name: 'event.fields.card_no', label: 'Card no', group: 'event' },
      { name: 'event.fields.room', label: 'Room', group: 'event' },
    ]);
    const byName = new Map(items.map((field): [string, InsertableField] => [field.name, field]));
    expect(byName.get('user.name')?.example).toBe('Sam Keller');
    expect(byName.get('account.phone')?.example).toBe('');
  });

  test('are merged as data, whatever stands in them', async () => {
    const text = '{{ event.fields.room }}: {{ event.fields.booking_ref | default: "none" }}';
    expect(await previewOf(text)).toBe('2: {{ user.name }}');
    expect(await previewOf(text, 1)).toBe('7: none');
  });

  test('leave out whose line is missing, and are refused where nobody has them', async () => {
    const planned = await server.call('POST', '/api/plans', bodyOf('{{ event.fields.card_no }}'));
    expect(plan.parse(planned.json)).toMatchObject({
      deliveries: { sms: 1 },
      exclusions: [{ name: 'Ana Ruiz', reason: 'empty_field', detail: 'event.fields.card_no' }],
    });
    for (const path of ['/api/plans', '/api/previews', '/api/broadcasts']) {
      const refused = await server.call('POST', path, bodyOf('{{ event.fields.rooms }}'), {
        'idempotency-key': crypto.randomUUID(),
      });
      expect(refused).toMatchObject({
        status: 422,
        json: {
          errors: [
            {
              path: 'content.sms.text',
              message: 'No appointment has a field rooms; did you mean {{ event.fields.room }}?',
            },
          ],
        },
      });
    }
  });
});

test('the calendar, the end and how long it takes can be said', async () => {
  expect(
    await previewOf(
      '{{ event.calendar }}, {{ event.time_phrase }} to {{ event.end_time_phrase }}, {{ event.duration }}, {{ participant.time_zone }}',
    ),
  ).toBe('Dr Weiss, 9:30 AM to 11:00 AM, 1 hour, 30 minutes, America/New_York');
});

describe('what the business tells of itself', () => {
  test('is wanted before it is named, and then said', async () => {
    const text = 'Call {{ account.phone }}. {{ user.first_name }}';
    const refused = await server.call('POST', '/api/plans', bodyOf(text));
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({ detail: expect.stringContaining('Settings › Account') });
    await give({ phone: '(212) 555-0100', email: 'desk@example.com', language: 'en' });
    expect(await previewOf(text)).toBe('Call (212) 555-0100. Sam');
  });

  test('its language is that of days and times', async () => {
    await give({ language: 'de' });
    expect(await previewOf('{{ event.day_and_time_phrase }}, {{ event.duration }}')).toBe(
      'Montag, 8. März um 9:30, 1 Stunde, 30 Minuten',
    );
    await give({ language: 'en' });
  });

  test.each([
    [{ language: 'klingon' }, 'language'],
    [{ language: '' }, 'language'],
    [{ email: 'nowhere' }, 'email'],
    [{ address: 'a\r\nb' }, 'address'],
    [{ name: ' ' }, 'name'],
  ])('%j is refused', async (part, path) => {
    const { json } = await server.call('GET', '/api/account');
    const answer = await server.call('PUT', '/api/account', {
      ...accountProfile.parse(json),
      ...part,
    });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ path }] } });
  });

  test('only an owner changes it', async () => {
    const { json } = await server.call('GET', '/api/account');
    const { cookie } = await memberOf(server, 'member');
    expect((await server.call('PUT', '/api/account', json, { cookie })).status).toBe(403);
  });
});

test('a message says what it said when it was made, whatever is changed before it goes', async () => {
  await give({ phone: '(212) 555-0100' });
  const text = 'Room {{ event.fields.room }}, {{ account.phone }}, {{ user.email }}';
  const { cookie } = await memberOf(server, 'member');
  const wall = '2027-03-03T10:00';
  const asked = { ...bodyOf(text), sendLater: { wall, zone: 'America/New_York' } };
  const previewed = await server.call(
    'POST',
    '/api/previews',
    { ...bodyOf(text), index: 1 },
    { cookie },
  );
  const made = await server.call('POST', '/api/broadcasts', asked, {
    'idempotency-key': crypto.randomUUID(),
    cookie,
  });
  expect(made.status).toBe(201);
  const { id } = broadcast.parse(made.json);
  await give({ phone: '(212) 555-0999', language: 'fr' });
  server.clock.moveTo(new Date('2027-03-03T15:00Z'));
  await waitFor(
    async () => broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json),
    ({ state }) => state === 'sent',
  );
  const said = preview.parse(previewed.json).messages[0]?.text;
  expect(said).toMatch(/^Room 7, \(212\) 555-0100, member-.*@example\.com$/);
  expect(await lastAt(TOM)).toBe(said);
  expect(await lastAt(ANA)).toContain('Room 2, (212) 555-0100');
});

test('each field that is offered is told with what it says of a real recipient', async () => {
  const valuesOf = async (index: number) => {
    const { json } = await server.call('POST', '/api/field-values', { ...bodyOf('-'), index });
    const { name, items } = fieldValues.parse(json);
    return { who: name, ...Object.fromEntries(items.map((item) => [item.name, item.value])) };
  };
  expect(await valuesOf(0)).toMatchObject({
    who: 'Ana Ruiz',
    'participant.first_name': 'Ana',
    'event.title': 'Check-up - Ana Ruiz 212-555-0123',
    'event.fields.room': '2',
    'event.fields.card_no': '',
  });
  expect(await valuesOf(1)).toMatchObject({ who: 'Tom Ferrari', 'event.fields.card_no': '4711' });
  expect(
    await server.call('POST', '/api/field-values', { ...bodyOf('-'), index: 2 }),
  ).toMatchObject({ status: 422, json: { code: 'nobody_to_reach' } });
});
