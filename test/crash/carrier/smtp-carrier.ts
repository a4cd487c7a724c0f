import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { StoredSmtpSettings } from '../../../src/providers/smtp/settings.ts';
import { personAt } from '../people.ts';
import { Book } from './book.ts';
import type { Carrier } from './carrier.ts';
import { delayOf, type Fault, faultOf } from './fault.ts';
import { SMTP_PATIENCE } from './smtp-patience.ts';

/** Connections of the product's own provider to one server. */
const WINDOW = 20;

/** Starts a mail server on a free port of this machine. Nobody can ask it afterwards what it took. */
export async function startSmtpCarrier(settings: {
  seed: number;
  lostReplies: number;
}): Promise<Carrier> {
  const book = new Book('email');
  const tries = new Map<string, number>();
  const sockets = new Map<number, Socket>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    onData: (stream, session, callback) => {
      take(stream, session).then(
        (refusal) => callback(refusal),
        (error: Error) => callback(error),
      );
    },
  });
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.on('close', () => sockets.delete(port));
  });
  // What killed workers leave behind.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  // A server that listens on TCP has an address of this shape.
  const { port } = server.server.address() as AddressInfo;

  /** Null where it is taken, else the refusal; never resolves where the connection was cut. */
  async function take(
    stream: SMTPServerDataStream,
    { envelope, remotePort }: SMTPServerSession,
  ): Promise<Error | null> {
    const text = await textOf(stream);
    const to = envelope.rcptTo[0]?.address ?? '';
    const person = personAt('email', to) ?? 0;
    const count = (tries.get(to) ?? 0) + 1;
    tries.set(to, count);
    const fault = faultOf(settings, person, count);
    const delay = delayOf(settings.seed, person, count);
    await sleep(delay / 2);
    const refusal = refusalOf(fault);
    if (!refusal && fault !== 'cut before') book.take(to, text);
    const isCut = ['cut', 'cut before', 'broken'].includes(fault);
    if (isCut || fault === 'late') book.repliesLost += 1;
    if (isCut) {
      sockets.get(remotePort)?.destroy();
      return new Promise(() => undefined);
    }
    await sleep(fault === 'late' ? SMTP_PATIENCE + 500 : delay / 2);
    return refusal;
  }

  return {
    channel: 'email',
    book,
    provider: { kind: 'smtp', settings: settingsFor(port) },
    window: WINDOW,
    canBeAsked: false,
    close: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

function settingsFor(port: number): StoredSmtpSettings {
  const from = { fromAddress: 'desk@example.com', fromName: 'Desk' };
  return { host: '127.0.0.1', port, security: 'none', user: '', ...from };
}

/**
 * A mail server's own words for what it does not take (RFC 5321, 4.2.3); null for all else. A refusal
 * of what it has taken there is none: that reply would be proof.
 */
function refusalOf(fault: Fault): Error | null {
  const reply = (responseCode: number, message: string) =>
    Object.assign(new Error(message), { responseCode });
  if (fault === 'refused') return reply(550, '5.1.1 no such mailbox');
  if (fault === 'throttled') return reply(451, '4.7.1 not so fast');
  return fault === 'away' ? reply(421, '4.3.2 not now') : null;
}

/** The mail with its quoted-printable taken off (RFC 2045, 6.7), which is all that its words need. */
async function textOf(stream: SMTPServerDataStream): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('latin1')) text += chunk;
  return text
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, octet: string) => String.fromCharCode(Number(`0x${octet}`)));
}
