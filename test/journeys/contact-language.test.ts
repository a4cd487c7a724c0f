import { beforeAll, expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { contact } from '../../src/contract/contact.ts';
import { contactImport } from '../../src/contract/contact-import.ts';
import { preview } from '../../src/contract/plan.ts';
import { type SandboxMessage, sandboxDevicePage } from '../../src/contract/sandbox.ts';
import { settledImport, uploadContacts } from '../support/contact-import.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const { call } = server;

const file = `First name,Last name,Title,Mobile,Email,Language,Card no,Pet’s name
Élodie,Dupont,Mme,+1 212 555 0121,elodie@example.com,fr-FR,F-1,Minou
Lucía,Núñez,Dra.,+1 212 555 0122,lucia@example.com,es-ES,E-2,
Jürgen,Groß,Dr.,+1 212 555 0123,juergen@example.com,de-DE,D-3,Waldi
Ana,Ruiz,,+1 212 555 0124,ana@example.com,,U-4,Rex
`;

const calendar = [
  'BEGIN:VCALENDAR',
  ...['elodie', 'lucia', 'juergen', 'ana'].flatMap((who, hour) => [
    'BEGIN:VEVENT',
    `UID:${who}`,
    `DTSTART;TZID=America/New_York:20270308T${9 + 2 * hour < 10 ? '0' : ''}${9 + 2 * hour}3000`,
    'DURATION:PT1H30M',
    'SUMMARY:Check-up',
    'DESCRIPTION:Room: 2',
    `ATTENDEE:mailto:${who}@example.com`,
    'END:VEVENT',
  ]),
  'END:VCALENDAR',
  '',
].join('\r\n');

beforeAll(async () => {
  await server.signUp();
  server.clock.moveTo(new Date('2027-03-05T15:00Z'));
  const made = await uploadContacts(call, file, 'people.csv', '?keepRest=yes');
  const { id } = contactImport.parse(made.json);
  expect(await settledImport(call, id)).toMatchObject({ state: 'ready' });
  expect((await call('POST', `/api/contact-imports/${id}/commit`, {})).status).toBe(202);
  expect(await settledImport(call, id)).toMatchObject({ state: 'done' });
  const form = new FormData();
  form.append('file', new Blob([calendar]), 'Dr Weiss.ics');
  expect((await call('POST', '/api/calendars/import', form)).status).toBe(200);
});

async function received(): Promise<Map<string, SandboxMessage>> {
  const { json } = await call('GET', '/api/sandbox/devices?limit=100');
  const all = sandboxDevicePage
    .parse(json)
    .items.flatMap(({ address, messages }) =>
      messages.map((message) => [`${message.channel} ${address}`, message] as const),
    );
  return new Map(all);
}

test('titles, own fields and the languages of contacts reach text, email and call, in days and times too', async () => {
  const greeting =
    '{% if participant.title %}{{ participant.title }} {% endif %}{{ participant.last_name }}';
  const time =
    '{{ event.day_and_time_phrase }}, {{ event.duration }}, {{ event.time_phrase | add_minutes: -15 }}';
  const own =
    '{{ participant.fields.card_no }} {{ participant.fields.pet_s_name | default: "no pet" }} {{ event.fields.room }}';
  const text = `${greeting}: ${time}. ${own}`;
  const made = await call(
    'POST',
    '/api/broadcasts',
    {
      audience: { appointments: { filter: { from: '2027-03-08', to: '2027-03-08' } } },
      content: {
        sms: { text },
        email: {
          subject: `${greeting}: {{ event.date_phrase }}`,
          html: `<p>${greeting}</p><ul><li>${time}</li><li>{{ event.starts_at | date: "short" }}</li></ul><p>${own}</p>`,
          unsubscribe: true,
        },
        voice: { text },
      },
      ignoreQuietHours: true,
    },
    { 'idempotency-key': 'languages' },
  );
  expect(made.json).toMatchObject({ state: expect.any(String) });
  const { id } = broadcast.parse(made.json);
  await waitFor(
    async () => broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json),
    ({ counts }) => counts.delivered === 12,
  );
  const got = await received();
  expect(got.size).toBe(12);
  const said = [
    [
      'elodie',
      '+12125550121',
      'Mme Dupont: lundi 8 mars à 9:30, 1 heure et 30 minutes, 9:15. F-1 Minou 2',
      'Mme Dupont: lundi 8 mars',
      'Se désabonner',
    ],
    [
      'lucia',
      '+12125550122',
      'Dra. Núñez: lunes, 8 de marzo, 11:30, 1 hora y 30 minutos, 11:15. E-2 no pet 2',
      'Dra. Núñez: lunes, 8 de marzo',
      'Darse de baja',
    ],
    [
      'juergen',
      '+12125550123',
      'Dr. Groß: Montag, 8. März um 13:30, 1 Stunde, 30 Minuten, 13:15. D-3 Waldi 2',
      'Dr. Groß: Montag, 8. März',
      'Abbestellen',
    ],
    [
      'ana',
      '+12125550124',
      'Ruiz: Monday, March 8 at 3:30 PM, 1 hour, 30 minutes, 3:15 PM. U-4 Rex 2',
      'Ruiz: Monday, March 8',
      'Unsubscribe',
    ],
  ];
  for (const [who, phone, words = '', subject, link = ''] of said) {
    expect(got.get(`sms ${phone}`)?.text).toBe(words);
    expect(got.get(`voice ${phone}`)?.text).toBe(words);
    const mail = got.get(`email ${who}@example.com`);
    expect(mail?.subject).toBe(subject);
    const [, dated = '', fields = ''] = /: (.*)\. (.*)$/.exec(words) ?? [];
    expect(mail?.text).toContain(dated);
    expect(mail?.text).toContain(fields);
    expect(mail?.text).toContain(`${link}: http`);
  }
});

test('two labels that come to one name: the one that says something counts, and a change is followed', async () => {
  const fields = { 'Card no': '', 'card-no': '8', '!!!': 'unnamed' };
  const made = await call('POST', '/api/contacts', {
    name: 'Zoe Ek',
    addresses: [{ kind: 'phone', address: '+12125550177', label: '' }],
    fields,
  });
  const { id } = contact.parse(made.json);
  const shown = async () => {
    const { json } = await call('POST', '/api/previews', {
      audience: { people: [], contacts: { includeIds: [id] } },
      content: { sms: { text: 'Card {{ participant.fields.card_no }}' } },
    });
    return preview.parse(json).messages[0]?.text;
  };
  expect(await shown()).toBe('Card 8');
  const changed = { fields: { ...fields, 'Card no': '7' } };
  expect((await call('PATCH', `/api/contacts/${id}`, changed)).status).toBe(200);
  expect(await shown()).toBe('Card 7');
});
