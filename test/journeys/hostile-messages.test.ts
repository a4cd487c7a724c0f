import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { contactImport } from '../../src/contract/contact-import.ts';
import { preview } from '../../src/contract/plan.ts';
import { provider } from '../../src/contract/provider.ts';
import { sandboxDevicePage } from '../../src/contract/sandbox.ts';
import { settledImport, uploadContacts } from '../support/contact-import.ts';
import { startMailServer } from '../support/mail-server.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const { call } = server;
const mail = await startMailServer();
afterAll(() => mail.close());

beforeAll(async () => {
  await server.signUp();
  server.clock.moveTo(new Date('2027-03-05T15:00Z'));
  const smtp = {
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    fromAddress: 'desk@example.com',
  };
  const made = await call('POST', '/api/providers', { kind: 'smtp', name: 'Ours', smtp });
  const { id } = provider.parse(made.json);
  expect((await call('PUT', '/api/channels/email', { providerId: id })).status).toBe(200);
});

const planOf = (content: object, people: object[] = [{ phone: '+12125550123' }]) =>
  call('POST', '/api/plans', { audience: { people }, content });

/** The sentence of a refusal, and the field that it is about. */
async function refusalOf(content: object): Promise<[string, string]> {
  const { status, json } = await planOf(content);
  expect(status).toBe(422);
  const { errors } = json as { errors: { path: string; message: string }[] };
  return [errors[0]?.path ?? '', errors[0]?.message ?? ''];
}

describe('hostile templates, over the API', () => {
  const nest = (depth: number) => '{% if user.name %}'.repeat(depth) + 'x'.repeat(10);
  const all = (text: string) => ({
    'email.html': { email: { subject: 'x', html: text } },
    'email.text': { email: { subject: 'x', text } },
    'voice.text': { voice: { text } },
    'sms.text': { sms: { text } },
  });

  test.each([
    ['a loop over a huge range', '{% for i in (1..999999999) %}{{ i }}{% endfor %}', /no \{% for/],
    ['a huge range', '{{ (1..999999999) | size }}', /not understood|no filter/],
    ['a pattern of exponential time', '{{ user.name | replace_regex: "(a+)+$" }}', /no filter/],
    ['a split by nothing', '{{ user.name | split: "" | join: "x" }}', /no filter/],
    ['conditions that never end', nest(60), /\{% if %\} is not closed/],
    ['the inside of the program', '{{ participant.constructor.constructor }}', /There is no/],
    ['an environment', '{{ process.env.HEADSUP_KEY }}', /There is no/],
    ['another file', '{% include "/etc/passwd" %}', /no \{% include/],
    ['a raw block', '{% raw %}{{ x }}{% endraw %}', /no \{% raw/],
    ['a value that doubles', '{% assign a = user.name %}{{ a }}', /no \{% assign/],
    ['a filter by any other name', '{{ user.name | __proto__ }}', /no filter/],
    ['a filter of every object', '{{ user.name | constructor }}', /no filter/],
  ])('%s is refused on every channel with a sentence', async (_, text, sentence) => {
    for (const [path, content] of Object.entries(all(text))) {
      expect(await refusalOf(content)).toEqual([
        `content.${path}`,
        expect.stringMatching(sentence),
      ]);
    }
  });

  test('what may be written can be read, and one character more is refused at its field', async () => {
    const field = '{{ user.name }}';
    const html = (length: number) => `<p>${field}${'a'.repeat(length - field.length - 7)}</p>`;
    const longest = {
      email: { subject: 'x', text: field.padEnd(100_000, '.'), html: html(200_000) },
      voice: { text: field.padEnd(5_000, '.') },
    };
    const people = [{ phone: '+12125550123', email: 'ana@example.com' }];
    expect(await planOf(longest, people)).toMatchObject({
      status: 200,
      json: { deliveries: { email: 1, voice: 1 } },
    });
    for (const [path, content, most] of [
      ['email.html', { email: { subject: 'x', html: html(200_001) } }, '200,000'],
      ['email.text', { email: { subject: 'x', text: 'a'.repeat(100_001) } }, '100,000'],
      ['voice.text', { voice: { text: 'a'.repeat(5_001) } }, '5,000'],
      ['sms.text', { sms: { text: 'a'.repeat(1_601) } }, '1,600'],
    ] as const) {
      expect(await refusalOf(content)).toEqual([
        `content.${path}`,
        expect.stringContaining(`at most ${most} characters`),
      ]);
      const saved = await call('POST', '/api/templates', { name: path, content });
      expect(saved).toMatchObject({ status: 422, json: { errors: [{ path: `content.${path}` }] } });
    }
  });

  test('the longest email with the longest name in every place goes out, once and whole', async () => {
    const name = 'ñ'.repeat(200);
    const html = `<p>${'{{participant.name}} '.repeat(9_000)}</p>`;
    const people = [{ name, email: 'long@example.com' }];
    const begin = process.cpuUsage();
    await sent({ email: { subject: '{{participant.name}}', html } }, people, 'with_carrier');
    const { user } = process.cpuUsage(begin);
    // Microseconds: 1.8 million letters as both parts, encoded.
    expect(user).toBeLessThan(20_000_000);
    const [got] = mail.mails.splice(0);
    expect(got?.parsed.text?.split(name).length).toBe(9_001);
    expect(got?.parsed.subject).toBe(name);
  });
});

describe('hostile names, from a typed person to what a phone and a mail reader get', () => {
  const names: readonly [string, string, string][] = [
    ['a field', '{{ account.name }}', '{{ account.name }}'],
    ['a field that never ends', '{{ account.name', '{{ account.name'],
    ['marks that turn the direction', 'Ana \u202egnp.exe\u2066', 'Ana gnp.exe'],
    ['an honest right-to-left name', 'דנה לוי', 'דנה לוי'],
    ['a new header', 'Ana\r\nBcc: all@example.com', 'Ana Bcc: all@example.com'],
    ['a line of Unicode', 'Ana\u2028Bcc: x@example.com', 'Ana Bcc: x@example.com'],
    ['an encoded word', '=?utf-8?q?Ana=0D=0ABcc:?=', '=?utf-8?q?Ana=0D=0ABcc:?='],
    ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['an entity', '&lt;b&gt; &#60;i&#62;', '&lt;b&gt; &#60;i&#62;'],
    ['a pattern of replacement', "$& $1 $' $`", "$& $1 $' $`"],
  ];

  test.each(names)('%s', async (what, name, said) => {
    // Somebody else each time: an alarm watches over who gets too much.
    const place = names.findIndex(([one]) => one === what);
    const text = '[{{ participant.name }}]';
    const address = `${10 + place}@example.com`;
    const people = [{ name, phone: `+121255501${10 + place}`, email: address }];
    const content = {
      sms: { text },
      voice: { text },
      email: { subject: text, html: `<p title="x">${text}</p>` },
    };
    await sent(content, people, 'delivered', 2);
    const [got] = mail.mails.splice(0);
    expect(got?.parsed.text?.trim()).toBe(`[${said}]`);
    expect(got?.parsed.html).not.toMatch(/<img|<b>|<i>|<script/);
    expect(got?.parsed.headers.has('bcc')).toBe(false);
    expect(got?.octets.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    expect(got?.to).toBe(address);
    // A header has no words that only look encoded.
    expect(got?.parsed.subject?.replace('= ?', '=?')).toBe(`[${said}]`);
    const { json } = await call('GET', '/api/sandbox/devices?kind=phone');
    const [phone] = sandboxDevicePage.parse(json).items;
    const texts = phone?.messages.slice(0, 2).map((message) => message.text);
    expect(texts).toEqual([`[${said}]`, `[${said}]`]);
  });

  test('10 kB of name are refused where they are typed, and cut where a calendar brings them', async () => {
    const name = 'x'.repeat(10_000);
    const typed = await planOf({ sms: { text: 'x' } }, [{ name, phone: '+12125550155' }]);
    expect(typed).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'audience.people.0.name', message: 'at most 200 characters' }] },
    });
    const made = await call('POST', '/api/contacts', { name });
    expect(made).toMatchObject({ status: 422, json: { errors: [{ path: 'name' }] } });

    const lines = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART:20270308T150000Z',
      `SUMMARY:${name}`,
      `LOCATION:${name}`,
      `ATTENDEE;CN="${name}":mailto:tenk@example.com`,
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    const form = new FormData();
    form.append('file', new Blob([lines.join('\r\n')]), 'long.ics');
    expect((await call('POST', '/api/calendars/import', form)).status).toBe(200);
    const { json } = await call('POST', '/api/previews', {
      audience: { appointments: { filter: { from: '2027-03-08', to: '2027-03-08' } } },
      content: {
        email: {
          subject: '{{ participant.name }}',
          text: '{{ event.title }} {{ event.location }}',
        },
      },
    });
    const [message] = preview.parse(json).messages;
    expect(message?.subject?.length).toBeLessThanOrEqual(503);
    expect(message?.text.length).toBeLessThanOrEqual(1_010);
  });

  test('a file of contacts with such names: what is too long is refused by row, the rest is data', async () => {
    const rows = [
      'Name,Mobile,Title',
      '"{{ account.name }}",+12125550161,"{% if"',
      '"=cmd|\' /C calc\'!A0",+12125550162,',
      `"${'x'.repeat(9_000)}",+12125550163,`,
      '"Ana\r\nBcc: x@example.com",+12125550164,',
      '"\u202eevil",+12125550165,',
    ];
    const made = await uploadContacts(call, `${rows.join('\n')}\n`);
    const { id } = contactImport.parse(made.json);
    await settledImport(call, id);
    expect((await call('POST', `/api/contact-imports/${id}/commit`, {})).status).toBe(202);
    expect(await settledImport(call, id)).toMatchObject({
      state: 'done',
      counts: { created: 4, refused: 1 },
    });
    const body = {
      audience: { people: [], contacts: { filter: {}, excludeIds: [] } },
      content: { sms: { text: '[{{ participant.name }}|{{ participant.title | default: "-" }}]' } },
    };
    const said = await Promise.all(
      [0, 1, 2, 3].map(async (index) => {
        const { json } = await call('POST', '/api/previews', { ...body, index });
        return preview.parse(json).messages[0]?.text ?? '';
      }),
    );
    expect(said.toSorted()).toEqual(
      [
        '[{{ account.name }}|{% if]',
        "[=cmd|' /C calc'!A0|-]",
        '[Ana Bcc: x@example.com|-]',
        '[evil|-]',
      ].toSorted(),
    );
  });
});

/** Sends it, and waits until so many messages have come so far. */
async function sent(
  content: object,
  people: object[],
  outcome: 'delivered' | 'with_carrier',
  many = 1,
): Promise<void> {
  const made = await call(
    'POST',
    '/api/broadcasts',
    { audience: { people }, content, ignoreQuietHours: true },
    { 'idempotency-key': crypto.randomUUID() },
  );
  expect(made).toMatchObject({ status: 201 });
  const { id } = broadcast.parse(made.json);
  await waitFor(
    async () => broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json),
    ({ state, counts }) => state === 'sent' && counts[outcome] === many,
  );
}
