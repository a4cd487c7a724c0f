import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { smtpSettings } from '../src/contract/provider.ts';
import { systemClock } from '../src/platform/clock.ts';
import { SmtpProvider } from '../src/providers/smtp/smtp-provider.ts';
import { startEngine } from '../test/support/engine.ts';
import { take } from '../test/support/take.ts';
import { type Benchmark, inRounds, medianOf, timed } from './benchmark.ts';
import { newsletter, newsletters } from './newsletter.ts';
import { addPeople } from './people.ts';
import type { BenchmarkSetting } from './setting.ts';

const MAILS = 10_000;
/** As many as the provider keeps; it has at most 20 mails under way. */
const CONNECTIONS = 10;
const from = { name: 'Hill Street Clinic', address: 'desk@clinic.example' };

/**
 * A broadcast of 10,000 mails from a ledger to a sink in another process: claims, rendering, attempts
 * committed before each mail, and closing them; against nodemailer's pooled sendMail of as many, and
 * against its bare SMTPConnection, which is handed octets that were made beforehand.
 */
export const email: Benchmark = {
  name: 'email',
  async run(setting) {
    await addPeople(setting, MAILS);
    const mails = mailsOf();
    const rounds = await inRounds(5, () => round(setting, mails));
    const against = (baseline: 'pooled' | 'bare') =>
      rounds.map(({ ours, ...others }) => ({ ours, baseline: others[baseline] }));
    const unit = 'mails/s';
    return [
      medianOf(against('pooled'), { name: 'email', unit, aim: { least: 4 } }),
      medianOf(against('bare'), { name: 'email-bare', unit, aim: { least: 0.6 } }),
    ];
  },
};

/** Mails a second of each way. */
async function round(setting: BenchmarkSetting, mails: readonly Mail[]) {
  const sink = fork(fileURLToPath(new URL('./smtp-sink.ts', import.meta.url)));
  try {
    // The sink's first word is its address.
    const [{ port }] = (await once(sink, 'message')) as [AddressInfo];
    const pooledTime = await timed(() => pooled(port, mails));
    await expectTaken(sink, MAILS);
    const bareTime = await timed(() => bare(port, mails));
    await expectTaken(sink, 2 * MAILS);
    await taken(setting);
    const ours = await timed(() => delivered(setting, port));
    await expectTaken(sink, 3 * MAILS);
    const perSecond = (milliseconds: number) => (MAILS / milliseconds) * 1_000;
    return { ours: perSecond(ours), pooled: perSecond(pooledTime), bare: perSecond(bareTime) };
  } finally {
    sink.disconnect();
  }
}

async function expectTaken(sink: ChildProcess, count: number): Promise<void> {
  sink.send('count');
  const [{ mails }] = (await once(sink, 'message')) as [{ mails: number }];
  if (mails !== count) throw new Error(`the sink took ${mails} mails instead of ${count}`);
}

async function taken({ database, account }: BenchmarkSetting): Promise<void> {
  await database.engine.query('delete from broadcast where account_id = $1', [account.id]);
  await take(database, systemClock, account, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { email: newsletter },
  });
  await database.engine.query('checkpoint').catch(() => undefined);
}

async function delivered({ database, account }: BenchmarkSetting, port: number): Promise<void> {
  const settings = smtpSettings.parse({
    host: '127.0.0.1',
    port,
    security: 'none',
    fromAddress: from.address,
    fromName: from.name,
  });
  const provider = new SmtpProvider({ settings, clock: systemClock });
  const engine = startEngine(database, systemClock, provider);
  for (;;) {
    const { rowCount } = await database.engine.query(
      `select from broadcast where account_id = $1 and state = 'sent'`,
      [account.id],
    );
    if (rowCount) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await engine.stop();
  await provider.close();
}

/** The words of a mail as somebody would give them to nodemailer. */
type Mail = { to: { name: string; address: string }; subject: string; text: string; html: string };

function mailsOf(): Mail[] {
  return newsletters(MAILS).map(({ name, address, subject = '', text, email }) => {
    return { to: { name, address }, subject, text, html: email?.html ?? '' };
  });
}

async function pooled(port: number, mails: readonly Mail[]): Promise<void> {
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    maxConnections: CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  await Promise.all(mails.map((mail) => transport.sendMail({ from, ...mail })));
  transport.close();
}

async function bare(port: number, mails: readonly Mail[]): Promise<void> {
  const octets = Buffer.from(mails[0]?.html.repeat(2).replaceAll('\n', '\r\n') ?? '');
  const rest = mails.values();
  await Promise.all(Array.from({ length: CONNECTIONS }, () => sendAll()));

  async function sendAll(): Promise<void> {
    const connection = new SMTPConnection({ host: '127.0.0.1', port, ignoreTLS: true });
    await new Promise<void>((resolve) => connection.connect(() => resolve()));
    for (const { to } of rest) {
      await new Promise<void>((resolve, reject) => {
        connection.send({ from: from.address, to: to.address }, octets, (error) => {
          if (error) reject(error);
          else resolve();
        });
      });
    }
    connection.quit();
  }
}
