import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** A mail that a test's server took: its envelope, as octets, and parsed. */
type ReceivedMail = { from: string; to: string; octets: string; parsed: ParsedMail };

/** A mail server on loopback that a test can make misbehave. */
export type MailServer = {
  port: number;
  mails: ReceivedMail[];
  /** Sessions that have been opened so far. */
  sessions(): number;
  /** Breaks all connections, as a server that restarts. */
  breakOff(): void;
  close(): Promise<void>;
};

/** How to answer at each stage: an error is the refusal, `'break'` ends the connection without a word. */
export type MailServerScript = {
  connect?: () => Error | null;
  mail?: (address: string) => Error | 'break' | null;
  rcpt?: (address: string) => Error | 'break' | null;
  /** After the whole message has come. */
  data?: (to: string) => Error | 'break' | null;
};

/** A refusal with its SMTP reply code, as in `reply(550, '5.1.1 no such user')`. */
export function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Starts a server on a free port; without `options` it offers neither TLS nor AUTH. */
export async function startMailServer(
  script: MailServerScript = {},
  options: SMTPServerOptions = {},
): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const sockets = new Map<string, Socket>();
  let sessions = 0;

  const answer = (
    verdict: Error | 'break' | null | undefined,
    session: SMTPServerSession,
    callback: (error?: Error | null) => void,
  ) => {
    if (verdict === 'break') sockets.get(socketKey(session))?.destroy();
    else callback(verdict);
  };

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    onConnect: (_session, callback) => {
      sessions += 1;
      callback(script.connect?.() ?? null);
    },
    onMailFrom: ({ address }, session, callback) =>
      answer(script.mail?.(address), session, callback),
    onRcptTo: ({ address }, session, callback) => answer(script.rcpt?.(address), session, callback),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        const verdict = script.data?.(to);
        const octets = Buffer.concat(chunks);
        const parsed = await simpleParser(octets);
        if (!(verdict instanceof Error))
          mails.push({ from, to, octets: octets.toString('latin1'), parsed });
        answer(verdict, session, callback);
      });
    },
    ...options,
  });
  server.server.on('connection', (socket: Socket) => {
    const key = `${socket.remotePort}`;
    sockets.set(key, socket);
    socket.on('close', () => sockets.delete(key));
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // It listens on a TCP port, so its address is no path.
    port: (server.server.address() as AddressInfo).port,
    mails,
    sessions: () => sessions,
    breakOff: () => {
      for (const socket of sockets.values()) socket.destroy();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function socketKey(session: SMTPServerSession): string {
  return `${(session as SMTPServerSession & { remotePort: number }).remotePort}`;
}
