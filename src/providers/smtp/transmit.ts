import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailMessage } from './mail-message.ts';
import type { SmtpError } from './smtp-failure.ts';

/** How one transmission ended. `bodyBegan`: the server had said 354, and octets of the message went out. */
export type Transmission =
  | { ok: true; answer: string }
  | { ok: false; error: SmtpError; bodyBegan: boolean };

/** Hands one message over on a connection that is ready. When `signal` is raised the connection is closed. */
export function transmit(
  connection: SMTPConnection,
  { from, to, octets, tail }: MailMessage,
  signal: AbortSignal,
): Promise<Transmission> {
  let bodyBegan = false;
  // The client begins to read a stream only after the server has asked for the message.
  const body = new Readable({
    read() {
      bodyBegan = true;
      this.push(octets);
      if (tail.length > 0) this.push(tail);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    const end = (transmission: Transmission) => {
      signal.removeEventListener('abort', abort);
      connection.off('error', fail);
      connection.off('end', lost);
      resolve(transmission);
    };
    const fail = (error: SmtpError) => end({ ok: false, error, bodyBegan });
    // The client may yet say why; that is worth more.
    const lost = () => setImmediate(() => fail(new Error('The connection was lost.')));
    const abort = () => {
      fail(new Error('There was no answer in time.'));
      connection.close();
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    connection.on('error', fail);
    connection.on('end', lost);
    connection.send({ from, to, size: octets.length + tail.length }, body, (error, info) => {
      if (error) fail(error);
      else end({ ok: true, answer: info?.response ?? '' });
    });
  });
}
