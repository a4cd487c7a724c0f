import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isSmtpSinkThere, smtpSinkName, startSmtpSink } from '../../../test/support/smtp-sink.ts';
import { smtpSettings } from '../../contract/provider.ts';
import { systemClock } from '../../platform/clock.ts';
import { SmtpProvider } from './smtp-provider.ts';

/** Starts smtp-sink with options, and a provider that hands over to it. */
async function openSink(...options: string[]) {
  const { port, mails } = await startSmtpSink(...options);
  const settings = smtpSettings.parse({
    host: '127.0.0.1',
    port,
    security: 'none',
    fromAddress: 'desk@example.com',
  });
  const provider = new SmtpProvider({ settings, clock: systemClock });
  onTestFinished(() => provider.close());
  const send = (reference: string = randomUUID()) =>
    provider.send(
      {
        reference,
        accountId: 'an account',
        channel: 'email',
        address: `${reference}@example.com`,
        name: 'Ana Ruiz',
        subject: 'José, your appointment moved',
        text: '.We moved it.\n\nJosé',
      },
      AbortSignal.timeout(10_000),
    );
  return { send, mails };
}

describe.skipIf(!isSmtpSinkThere)(smtpSinkName, () => {
  test('takes 500 mails, each once and whole', async () => {
    const { send, mails } = await openSink();
    const references = Array.from({ length: 500 }, () => randomUUID());
    const outcomes = await Promise.all(references.map((reference) => send(reference)));
    expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    const parsed = await Promise.all((await mails()).map((octets) => simpleParser(octets)));
    const ids = parsed.map(({ messageId }) => messageId).sort();
    expect(ids).toEqual(references.map((reference) => `<${reference}@example.com>`).sort());
    for (const mail of parsed) {
      expect(mail.subject).toBe('José, your appointment moved');
      expect(mail.text?.trim()).toBe('.We moved it.\n\nJosé');
    }
  });

  test.each([
    ['refuses RCPT for good', ['-f', 'rcpt'], 'rejected'],
    ['refuses RCPT for now', ['-r', 'rcpt'], 'retryable'],
    ['refuses the message for good', ['-f', '.'], 'rejected'],
    ['breaks off at RCPT', ['-q', 'rcpt'], 'retryable'],
    ['breaks off at DATA', ['-q', 'data'], 'retryable'],
    ['breaks off after the message', ['-q', '.'], 'uncertain'],
  ])('%s', async (_what, options, outcome) => {
    const { send } = await openSink(...options);
    expect(await send()).toMatchObject({ outcome });
  });
});
