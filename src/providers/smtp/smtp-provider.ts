import { buffer } from 'node:stream/consumers';
import type { ConnectionOptions } from 'node:tls';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Channel } from '../../contract/channel.ts';
import type { SmtpSettings } from '../../contract/provider.ts';
import type { Clock } from '../../platform/clock.ts';
import type {
  Capabilities,
  Letter,
  ListOutcome,
  Provider,
  QueryOutcome,
  SendOutcome,
  Submission,
  SubmittedFile,
} from '../provider.ts';
import { ConnectionPool } from './connection-pool.ts';
import { type Mailbox, mailbox } from './header-line.ts';
import { type MailFile, type MailForm, mailForm } from './mail-form.ts';
import { type MailMessage, mailMessage } from './mail-message.ts';
import { failedSend, isReply, type SmtpError } from './smtp-failure.ts';
import { type Transmission, transmit } from './transmit.ts';

const capabilities: Capabilities = {
  window: 20,
  timeout: 60_000,
  receipts: false,
  query: false,
  listing: false,
  uniqueRefs: false,
  visibilityLag: 0,
};

/** So many connections are kept; a mail for which none is free waits for one, so that none of them ever waits for the ledger. */
const connections = 10;

type Options = { settings: SmtpSettings; clock: Clock; tls?: ConnectionOptions };

/** Email through a mail server (RFC 5321, submission by RFC 6409). */
export class SmtpProvider implements Provider {
  readonly #from: Mailbox;
  readonly #clock: Clock;
  readonly #pool: ConnectionPool;
  readonly #underWay = new Set<Promise<unknown>>();
  /** Kept for as long as a letter is in use. */
  readonly #forms = new WeakMap<Letter, Promise<MailForm>>();

  /** `tls` is added to how certificates are checked; connections are made as they are needed. */
  constructor({ settings, clock, tls }: Options) {
    this.#from = mailbox({ name: settings.fromName, address: settings.fromAddress });
    this.#clock = clock;
    this.#pool = new ConnectionPool({ ...settings, ...(tls ? { tls } : {}) }, connections);
  }

  capabilities(channel: Channel): Capabilities | null {
    return channel === 'email' ? capabilities : null;
  }

  send(submission: Submission, signal: AbortSignal): Promise<SendOutcome> {
    const sending = this.#send(submission, signal);
    this.#alsoAwait(sending);
    return sending;
  }

  async list(): Promise<ListOutcome> {
    return { outcome: 'unknown', answer: 'SMTP cannot list what was sent.' };
  }

  async query(): Promise<QueryOutcome> {
    return { outcome: 'unknown', answer: 'A mail server cannot be asked.' };
  }

  async close(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
    this.#pool.close();
  }

  /** Notes what must have ended before `close` may go on. */
  #alsoAwait(work: Promise<unknown>): void {
    const noted = work
      .catch(() => undefined)
      .finally(() => {
        this.#underWay.delete(noted);
      });
    this.#underWay.add(noted);
  }

  async #send(submission: Submission, signal: AbortSignal): Promise<SendOutcome> {
    let message: MailMessage;
    try {
      message = await this.#message(submission);
    } catch (error) {
      // Nothing has been said to the server yet.
      const answer = `The files of the email could not be read: ${error}`;
      return { outcome: 'retryable', reason: 'provider_down', code: null, answer };
    }
    let attempt = await this.#attempt(message, signal, { fresh: false });
    // A connection that was kept may have been closed by the server meanwhile; that is no failure.
    if (attempt.wasStale) attempt = await this.#attempt(message, signal, { fresh: true });
    const { ended } = attempt;
    if (!ended.ok) return failedSend(ended.error, ended.bodyBegan);
    return { outcome: 'accepted', providerRef: null, answer: ended.answer };
  }

  async #message(submission: Submission): Promise<MailMessage> {
    const { reference, address, name, subject = '', email } = submission;
    return mailMessage(await this.#form(submission), {
      from: this.#from,
      to: mailbox({ name, address }),
      subject,
      reference,
      date: this.#clock.now(),
      values: email?.values ?? [],
      unsubscribe: email?.unsubscribe,
    });
  }

  /** What it has in common with other messages is built for the first of them. */
  #form({ text, email, media = [] }: Submission): Promise<MailForm> {
    if (!email) return this.#build({ text: { pieces: [text], gaps: [] } }, media);
    const { letter } = email;
    const known = this.#forms.get(letter);
    if (known) return known;
    const form = this.#build(letter, media);
    this.#forms.set(letter, form);
    // What could not be read once may be read the next time.
    form.catch(() => this.#forms.delete(letter));
    return form;
  }

  async #build(
    letter: Parameters<typeof mailForm>[1],
    media: readonly SubmittedFile[],
  ): Promise<MailForm> {
    const files: MailFile[] = [];
    for (const { name, type, open } of media) {
      files.push({ name, type, bytes: await buffer(await open()) });
    }
    return mailForm(this.#from, letter, files);
  }

  async #attempt(
    message: MailMessage,
    signal: AbortSignal,
    { fresh }: { fresh: boolean },
  ): Promise<{ ended: Transmission; wasStale: boolean }> {
    let lease: Awaited<ReturnType<ConnectionPool['lend']>>;
    try {
      lease = await this.#pool.lend(signal, { fresh });
    } catch (error) {
      // The pool rejects with nothing but the client's errors.
      return { ended: { ok: false, error: error as SmtpError, bodyBegan: false }, wasStale: false };
    }
    const ended = await transmit(lease.connection, message, signal);
    this.#alsoAwait(this.#recycle(lease.connection, ended));
    const wasStale =
      !lease.isFresh &&
      !signal.aborted &&
      !ended.ok &&
      !ended.bodyBegan &&
      isOfConnection(ended.error);
    return { ended, wasStale };
  }

  async #recycle(connection: SMTPConnection, ended: Transmission): Promise<void> {
    const isGood =
      ended.ok ||
      (!isOfConnection(ended.error) && !connection.destroyed && (await canBeReset(connection)));
    this.#pool.giveBack(connection, isGood);
  }
}

/** A lost connection, or 421: the server says that it closes this one (RFC 5321, 3.8). */
function isOfConnection(error: SmtpError): boolean {
  return !isReply(error) || error.responseCode === 421;
}

/** After a refusal the transaction must be taken back before the next one (RSET). */
function canBeReset(connection: SMTPConnection): Promise<boolean> {
  return new Promise((resolve) => {
    connection.once('end', () => resolve(false));
    connection.reset((refusal) => resolve(!refusal));
  });
}
