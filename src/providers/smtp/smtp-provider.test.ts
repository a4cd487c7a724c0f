import { describe, expect, test } from 'vitest';
import { type MailServerScript, reply } from '../../../test/support/mail-server.ts';
import { openSmtp, outcomeOf, send, submission } from '../../../test/support/open-smtp.ts';
import type { SmtpProvider } from './smtp-provider.ts';

test('a mail arrives whole, dated by the clock', async () => {
  const { provider, server, clock } = await openSmtp();
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

  // Who refuses the connection or the sender refuses us, not the message: that is for the owner to mend.
  test.each<[string, MailServerScript, MailServerScript, string]>([
    [
      'greeting',
      { connect: () => reply(421, '4.3.2 Busy') },
      { connect: () => never },
      'retryable',
    ],
    ['MAIL', { mail: () => later }, { mail: () => never }, 'retryable'],
    ['RCPT', { rcpt: () => later }, { rcpt: () => never }, 'rejected'],
    ['message', { data: () => later }, { data: () => never }, 'rejected'],
  ])('%s: for now and for good', async (_stage, forNow, forGood, outcome) => {
    expect(await outcomeOf(forNow)).toMatchObject({ outcome: { outcome: 'retryable' }, taken: 0 });
    expect(await outcomeOf(forGood)).toMatchObject({ outcome: { outcome }, taken: 0 });
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
    const { provider, server } = await openSmtp();
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
    const before = await openSmtp({}, { server: silent });
    expect(await send(before.provider, 300)).toMatchObject({ outcome: 'retryable' });
    resume();
    const mute = { onData: (stream: NodeJS.ReadableStream) => void stream.resume() };
    const after = await openSmtp({}, { server: mute });
    expect(await send(after.provider, 300)).toMatchObject({ outcome: 'uncertain' });
  });
});

describe('connections', () => {
  async function sendMany(provider: SmtpProvider, count: number): Promise<void> {
    const outcomes = await Promise.all(Array.from({ length: count }, () => send(provider)));
    expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
  }

  test('they are kept and used again, never more than the window', async () => {
    const { provider, server } = await openSmtp();
    await sendMany(provider, 100);
    await sendMany(provider, 100);
    expect(server.mails).toHaveLength(200);
    expect(server.sessions()).toBeLessThanOrEqual(10);
  });

  test('one that the server dropped while idle is opened again, and nothing is lost or doubled', async () => {
    const { provider, server } = await openSmtp();
    await sendMany(provider, 1);
    server.breakOff();
    await sendMany(provider, 1);
    expect(server.mails).toHaveLength(2);
    expect(server.sessions()).toBe(2);
  });

  test('one that the server ends with 421 before the message is opened again', async () => {
    let mailsOnSession = 0;
    const { provider, server } = await openSmtp({
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
    const { provider, server } = await openSmtp({
      rcpt: () => (refusals-- > 0 ? reply(550, '5.1.1 No such user') : null),
    });
    for (let n = 0; n < 3; n += 1)
      expect(await send(provider)).toMatchObject({ outcome: 'rejected' });
    await sendMany(provider, 1);
    expect(server.sessions()).toBeLessThanOrEqual(2);
  });
});
