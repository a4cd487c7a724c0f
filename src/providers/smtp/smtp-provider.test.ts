import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type MailServer,
  type MailServerScript,
  reply,
  startMailServer,
} from '../../../test/support/mail-server.ts';
import { smtpSettings } from '../../contract/provider.ts';
import { MovableClock } from '../../platform/clock.ts';
import type { SendOutcome, Submission } from '../provider.ts';
import { checkSmtp } from './check-smtp.ts';
import { SmtpProvider } from './smtp-provider.ts';

type Extra = { settings?: object; server?: object; tls?: object };

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function open(script: MailServerScript = {}, { settings, server, tls }: Extra = {}) {
  const mailServer = await startMailServer(script, server);
  opened.push(() => mailServer.close());
  const parsed = smtpSettings.parse({
    host: '127.0.0.1',
    port: mailServer.port,
    security: 'none',
    fromAddress: 'desk@example.com',
    fromName: 'Hill Street, Clinic',
    ...settings,
  });
  const clock = new MovableClock();
  const provider = new SmtpProvider({ settings: parsed, clock, ...(tls ? { tls } : {}) });
  opened.push(() => provider.close());
  return { server: mailServer, provider, clock, settings: parsed };
}

function submission(text = 'Hi'): Submission {
  return {
    reference: randomUUID(),
    accountId: 'an account',
    channel: 'email',
    address: 'ana@example.com',
    name: 'Ana',
    subject: 'Moved',
    text,
  };
}

function send(provider: SmtpProvider, milliseconds = 10_000): Promise<SendOutcome> {
  return provider.send(submission(), AbortSignal.timeout(milliseconds));
}

async function outcomeOf(script: MailServerScript, extra?: Extra) {
  const { provider, server } = await open(script, extra);
  return { outcome: await send(provider), taken: server.mails.length };
}

test('a mail arrives whole, dated by the clock', async () => {
  const { provider, server, clock } = await open();
  clock.moveTo(new Date('2027-03-08T14:30:00Z'));
  const sent = submission('.leading dot\n..two\n\nJosé 👩‍👧');
  expect(await provider.send(sent, AbortSignal.timeout(10_000))).toMatchObject({
    outcome: 'accepted',
    answer: expect.stringMatching(/^250/),
  });
  const [mail] = server.mails;
  expect(mail).toMatchObject({ from: 'desk@example.com', to: 'ana@example.com' });
  expect(mail?.parsed.text?.trim()).toBe(sent.text);
  expect(mail?.parsed.from?.value).toEqual([
    { name: 'Hill Street, Clinic', address: 'desk@example.com' },
  ]);
  expect(mail?.parsed.date?.toISOString()).toMatch(/^2027-03-08T14:30/);
});

describe('refused at each stage', () => {
  const later = reply(451, '4.3.0 Try later');
  const never = reply(554, '5.7.1 Not you');

  test.each<[string, MailServerScript, MailServerScript]>([
    ['greeting', { connect: () => reply(421, '4.3.2 Busy') }, { connect: () => never }],
    ['MAIL', { mail: () => later }, { mail: () => never }],
    ['RCPT', { rcpt: () => later }, { rcpt: () => never }],
    ['message', { data: () => later }, { data: () => never }],
  ])('%s: for now and for good', async (_stage, forNow, forGood) => {
    expect(await outcomeOf(forNow)).toMatchObject({ outcome: { outcome: 'retryable' }, taken: 0 });
    expect(await outcomeOf(forGood)).toMatchObject({ outcome: { outcome: 'rejected' }, taken: 0 });
  });
});

describe('broken off', () => {
  test.each<[string, MailServerScript]>([
    ['MAIL', { mail: () => 'break' }],
    ['RCPT', { rcpt: () => 'break' }],
  ])('at %s, before the message: surely not taken', async (_stage, script) => {
    expect(await outcomeOf(script)).toMatchObject({
      outcome: { outcome: 'retryable', reason: 'provider_down' },
      taken: 0,
    });
  });

  test('after the message: not sure, and it was taken', async () => {
    expect(await outcomeOf({ data: () => 'break' })).toMatchObject({
      outcome: { outcome: 'uncertain' },
      taken: 1,
    });
  });

  test('nobody listens: surely not taken', async () => {
    const { provider, server } = await open();
    await server.close();
    expect(await send(provider)).toMatchObject({ outcome: 'retryable', reason: 'provider_down' });
  });

  test('time runs out: surely not taken before the message, not sure after it', async () => {
    let resume: () => void = () => undefined;
    const silent = {
      onRcptTo: (_address: unknown, _session: unknown, callback: () => void) => {
        resume = callback;
      },
    };
    const before = await open({}, { server: silent });
    expect(await send(before.provider, 300)).toMatchObject({ outcome: 'retryable' });
    resume();
    const mute = { onData: (stream: NodeJS.ReadableStream) => void stream.resume() };
    const after = await open({}, { server: mute });
    expect(await send(after.provider, 300)).toMatchObject({ outcome: 'uncertain' });
  });
});

describe('connections', () => {
  async function sendMany(provider: SmtpProvider, count: number): Promise<void> {
    const outcomes = await Promise.all(Array.from({ length: count }, () => send(provider)));
    expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
  }

  test('they are kept and used again, never more than the window', async () => {
    const { provider, server } = await open();
    await sendMany(provider, 100);
    await sendMany(provider, 100);
    expect(server.mails).toHaveLength(200);
    expect(server.sessions()).toBeLessThanOrEqual(10);
  });

  test('one that the server dropped while idle is opened again, and nothing is lost or doubled', async () => {
    const { provider, server } = await open();
    await sendMany(provider, 1);
    server.breakOff();
    await sendMany(provider, 1);
    expect(server.mails).toHaveLength(2);
    expect(server.sessions()).toBe(2);
  });

  test('one that the server ends with 421 before the message is opened again', async () => {
    let mailsOnSession = 0;
    const { provider, server } = await open({
      connect: () => {
        mailsOnSession = 0;
        return null;
      },
      mail: () => {
        mailsOnSession += 1;
        return mailsOnSession > 2 ? reply(421, '4.4.2 Enough on this connection') : null;
      },
    });
    for (let n = 0; n < 6; n += 1) await sendMany(provider, 1);
    expect(server.mails).toHaveLength(6);
    expect(server.sessions()).toBe(3);
  });

  test('after a refusal the same connection goes on', async () => {
    let refusals = 3;
    const { provider, server } = await open({
      rcpt: () => (refusals-- > 0 ? reply(550, '5.1.1 No such user') : null),
    });
    for (let n = 0; n < 3; n += 1)
      expect(await send(provider)).toMatchObject({ outcome: 'rejected' });
    await sendMany(provider, 1);
    expect(server.sessions()).toBeLessThanOrEqual(2);
  });
});

describe('encryption', () => {
  const starttls = { disabledCommands: ['AUTH'] };
  const trusting = { rejectUnauthorized: false };

  test('starttls: refuses to go on where the server has none', async () => {
    expect(await outcomeOf({}, { settings: { security: 'starttls' } })).toMatchObject({
      outcome: { outcome: 'retryable', reason: 'provider_misconfigured' },
      taken: 0,
    });
  });

  test.each([
    ['starttls', starttls],
    ['tls', { ...starttls, secure: true }],
  ])('%s: refuses a certificate that nobody vouches for', async (security, server) => {
    expect(await outcomeOf({}, { settings: { security }, server })).toMatchObject({
      outcome: { outcome: 'retryable', reason: 'provider_misconfigured' },
      taken: 0,
    });
  });

  test.each([
    ['starttls', starttls],
    ['tls', { ...starttls, secure: true }],
  ])('%s: sends encrypted', async (security, server) => {
    let wasSecure = false;
    const onMailFrom = (_address: unknown, session: { secure: boolean }, callback: () => void) => {
      wasSecure = session.secure;
      callback();
    };
    const extra = { settings: { security }, server: { ...server, onMailFrom }, tls: trusting };
    expect(await outcomeOf({}, extra)).toMatchObject({
      outcome: { outcome: 'accepted' },
      taken: 1,
    });
    expect(wasSecure).toBe(true);
  });
});

describe('signing in and the check', () => {
  const server = {
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: false,
    onAuth: (
      { username, password }: { username?: string; password?: string },
      _session: unknown,
      callback: (error: Error | null, response?: { user: string }) => void,
    ) =>
      username === 'desk' && password === 'right'
        ? callback(null, { user: 'desk' })
        : callback(reply(535, '5.7.8 Bad credentials')),
  };

  test('with the right password it sends, with a wrong one it is misconfigured', async () => {
    const right = { settings: { user: 'desk', password: 'right' }, server };
    expect(await outcomeOf({}, right)).toMatchObject({ outcome: { outcome: 'accepted' } });
    const wrong = { settings: { user: 'desk', password: 'wrong' }, server };
    expect(await outcomeOf({}, wrong)).toMatchObject({
      outcome: { outcome: 'rejected', reason: 'provider_misconfigured', code: '535 5.7.8' },
      taken: 0,
    });
  });

  test('the check says what is wrong in a sentence, and never the password', async () => {
    const { settings, server: mailServer } = await open(
      {},
      { settings: { user: 'desk', password: 'right' }, server },
    );
    expect(await checkSmtp(settings)).toEqual({ ok: true });
    const wrong = await checkSmtp({ ...settings, password: 'hunter2' });
    expect(wrong).toEqual({ problem: expect.stringContaining('did not accept the user name') });
    expect(JSON.stringify(wrong)).not.toContain('hunter2');
    expect(await checkSmtp({ ...settings, security: 'starttls' })).toEqual({
      problem: expect.stringContaining('could not be encrypted'),
    });
    await (mailServer satisfies MailServer).close();
    expect(await checkSmtp(settings)).toEqual({
      problem: expect.stringContaining('does not answer'),
    });
  });
});
