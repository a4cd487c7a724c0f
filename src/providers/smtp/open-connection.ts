import type { ConnectionOptions } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpSettings } from '../../contract/provider.ts';
import type { SmtpError } from './smtp-failure.ts';

/** Milliseconds for the connection, and again for the server's greeting. */
const patience = 15_000;
/** Milliseconds without a word from the server after which a connection is given up. */
const silence = 60_000;

/** How to reach the server; `tls` is added to how certificates are checked (an own authority, say). */
export type ConnectionSettings = Pick<
  SmtpSettings,
  'host' | 'port' | 'security' | 'user' | 'password'
> & { tls?: ConnectionOptions };

/**
 * Connects, goes over to TLS as the settings demand, and signs in where there is a user. Rejects with
 * the client's SmtpError; `signal` gives up.
 */
export function openConnection(
  { host, port, security, user, password, tls }: ConnectionSettings,
  signal: AbortSignal,
): Promise<SMTPConnection> {
  const connection = new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: silence,
    ...(tls ? { tls } : {}),
  });
  return new Promise((resolve, reject) => {
    const fail = (error: SmtpError) => {
      signal.removeEventListener('abort', abort);
      connection.close();
      reject(error);
    };
    const abort = () => fail(new Error('There was no connection in time.'));
    const succeed = () => {
      signal.removeEventListener('abort', abort);
      connection.off('error', fail);
      // Whoever uses it listens too; one that breaks while nobody does has closed itself.
      connection.on('error', () => undefined);
      resolve(connection);
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    connection.on('error', fail);
    connection.connect((error) => {
      if (error) fail(error);
      else if (user === '') succeed();
      else {
        connection.login({ user, pass: password }, (refusal) => {
          if (refusal) fail(refusal);
          else succeed();
        });
      }
    });
  });
}
