import { randomUUID } from 'node:crypto';
import type { ConnectionOptions } from 'node:tls';
import type { SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { smtpSettings } from '../../src/contract/provider.ts';
import { MovableClock } from '../../src/platform/clock.ts';
import type { SendOutcome, Submission } from '../../src/providers/provider.ts';
import { SmtpProvider } from '../../src/providers/smtp/smtp-provider.ts';
import { type MailServerScript, startMailServer } from './mail-server.ts';

/** What differs from a server without TLS and AUTH, and from settings that fit it. */
export type SmtpExtra = { settings?: object; server?: SMTPServerOptions; tls?: ConnectionOptions };

/** A mail server and a provider that hands over to it, both closed when the test has finished. */
export async function openSmtp(
  script: MailServerScript = {},
  { settings, server: options, tls }: SmtpExtra = {},
) {
  const server = await startMailServer(script, options);
  const parsed = smtpSettings.parse({
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    fromAddress: 'desk@example.com',
    fromName: 'Hill Street, Clinic',
    ...settings,
  });
  const clock = new MovableClock();
  const provider = new SmtpProvider({ settings: parsed, clock, ...(tls ? { tls } : {}) });
  onTestFinished(async () => {
    await provider.close();
    await server.close();
  });
  return { server, provider, clock, settings: parsed };
}

/** An email to Ana. */
export function submission(text = 'Hi'): Submission {
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

/** Sends an email to Ana, with so much time. */
export function send(provider: SmtpProvider, milliseconds = 10_000): Promise<SendOutcome> {
  return provider.send(submission(), AbortSignal.timeout(milliseconds));
}

/** What becomes of one email, and how many the server took. */
export async function outcomeOf(script: MailServerScript, extra?: SmtpExtra) {
  const { provider, server } = await openSmtp(script, extra);
  return { outcome: await send(provider), taken: server.mails.length };
}
