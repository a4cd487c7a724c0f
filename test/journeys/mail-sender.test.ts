import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountProfile } from '../../src/contract/account.ts';
import { broadcast } from '../../src/contract/broadcast.ts';
import { preview } from '../../src/contract/plan.ts';
import { provider } from '../../src/contract/provider.ts';
import { startMailServer } from '../support/mail-server.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const mail = await startMailServer();
afterAll(() => mail.close());
let cookie = '';

beforeAll(async () => {
  ({ cookie } = await server.signUp());
  const smtp = {
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    fromAddress: 'desk@example.com',
    fromName: 'Mail server',
  };
  const made = await server.call('POST', '/api/providers', { kind: 'smtp', name: 'Ours', smtp });
  const { id } = provider.parse(made.json);
  expect((await server.call('PUT', '/api/channels/email', { providerId: id })).status).toBe(200);
});

const audience = { people: [{ name: 'Ana Ruiz', email: 'ana@example.com' }] };
const bodyOf = (own: object) => ({
  audience,
  content: { email: { subject: 'Closed', text: 'Dear {{ participant.first_name }}', ...own } },
});

async function put(part: object) {
  const { json } = await server.call('GET', '/api/account');
  return server.call('PUT', '/api/account', { ...accountProfile.parse(json), ...part });
}

const post = (path: string, json: object) =>
  server.call('POST', path, json, { 'idempotency-key': crypto.randomUUID(), cookie });

/** From and Reply-To as a mail reader shows those of the one mail that came. */
async function arrived(): Promise<[string | undefined, string | undefined]> {
  await waitFor(
    async () => mail.mails.length,
    (length) => length > 0,
  );
  const [got, ...more] = mail.mails.splice(0);
  expect(more).toEqual([]);
  expect(got?.octets.match(/^reply-to:/gim)?.length ?? 0).toBeLessThanOrEqual(1);
  expect(got?.octets.match(/^from:/gim)).toHaveLength(1);
  return [got?.parsed.from?.text, got?.parsed.replyTo?.text];
}

async function sent(own: object) {
  const answer = await post('/api/broadcasts', bodyOf(own));
  expect(answer.status).toBe(201);
  return broadcast.parse(answer.json);
}

describe('whom an email is from and where answers go', () => {
  test('as the mail server is set, while the account says nothing', async () => {
    await sent({});
    expect(await arrived()).toEqual(['"Mail server" <desk@example.com>', undefined]);
  });

  test('as the account says; a message that says its own goes by that, each part by itself', async () => {
    const profile = { fromName: 'Clinic “Zürich”, Dr. Weiß', replyTo: 'answers@example.com' };
    expect(await put(profile)).toMatchObject({ status: 200, json: profile });
    const made = await sent({});
    expect(made.content.email).toMatchObject(profile);
    expect(await arrived()).toEqual([
      '"Clinic “Zürich”, Dr. Weiß" <desk@example.com>',
      'answers@example.com',
    ]);
    await sent({ replyTo: 'snow@example.com' });
    expect(await arrived()).toEqual([
      '"Clinic “Zürich”, Dr. Weiß" <desk@example.com>',
      'snow@example.com',
    ]);
    await sent({ fromName: 'The snow desk', html: '<p>Snow</p>' });
    expect(await arrived()).toEqual(['"The snow desk" <desk@example.com>', 'answers@example.com']);
  });

  test('so it is in the preview, and in a test to oneself', async () => {
    const shown = preview.parse((await post('/api/previews', bodyOf({ fromName: 'Snow' }))).json);
    expect(shown.messages[0]?.sender).toEqual({
      fromName: 'Snow',
      replyTo: 'answers@example.com',
    });
    expect((await post('/api/tests', bodyOf({}))).status).toBe(201);
    expect((await arrived())[1]).toBe('answers@example.com');
  });

  test('a message that was made before a change goes by what was set then', async () => {
    const wall = '2027-03-09T10:00';
    server.clock.moveTo(new Date('2027-03-09T14:00Z'));
    const later = { sendLater: { wall, zone: 'America/New_York' } };
    const answer = await post('/api/broadcasts', { ...bodyOf({}), ...later });
    const { id } = broadcast.parse(answer.json);
    await put({ fromName: '', replyTo: 'other@example.com' });
    server.clock.moveTo(new Date('2027-03-09T15:00Z'));
    expect((await arrived())[1]).toBe('answers@example.com');
    const kept = broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json);
    expect(kept.content.email?.replyTo).toBe('answers@example.com');
  });

  test('taken away, it is as the mail server is set again', async () => {
    expect((await put({ fromName: '', replyTo: '' })).status).toBe(200);
    await sent({});
    expect(await arrived()).toEqual(['"Mail server" <desk@example.com>', undefined]);
  });
});

describe('what would break out of its header is refused, with its field', () => {
  const bad = [
    ['replyTo', 'nowhere'],
    ['replyTo', 'a@example.com, b@example.com'],
    ['replyTo', 'Desk <desk@example.com>'],
    ['replyTo', 'a@example.com\r\nBcc: all@example.com'],
    ['replyTo', 'a@example.com\u2028Bcc: all@example.com'],
    ['replyTo', `${'a'.repeat(65)}@example.com`],
    ['replyTo', 'a b@example.com'],
    ['replyTo', '"a\r\n"@example.com'],
    ['fromName', 'Clinic\r\nBcc: all@example.com'],
    ['fromName', 'Clinic\u0000'],
    ['fromName', 'Clinic\u2029Bcc: all@example.com'],
    ['fromName', 'Clinic \u202egnp.exe'],
    ['fromName', 'x'.repeat(201)],
  ] as const;

  test.each(bad)('%s %j', async (field, value) => {
    const [ofAccount, ofMessage] = [
      await put({ [field]: value }),
      await post('/api/broadcasts', bodyOf({ [field]: value })),
    ];
    expect(ofAccount).toMatchObject({ status: 422, json: { errors: [{ path: field }] } });
    expect(ofMessage).toMatchObject({
      status: 422,
      json: { errors: [{ path: `content.email.${field}` }] },
    });
  });

  test('what is odd but a name stays one header', async () => {
    const fromName = '"Bcc: <x@y.example>", =?utf-8?q?a?= \\ (z)';
    await sent({ fromName });
    const [from] = await arrived();
    expect(from).toContain('<desk@example.com>');
    expect(from).toContain('Bcc: <x@y.example>');
  });

  test('only an owner sets it', async () => {
    const { json } = await server.call('GET', '/api/account');
    const member = await memberOf(server, 'member');
    expect((await server.call('PUT', '/api/account', json, member)).status).toBe(403);
  });
});
