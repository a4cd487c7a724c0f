import { isDeepStrictEqual } from 'node:util';
import { type ParsedMail, simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Submission } from '../src/providers/provider.ts';
import { mailbox } from '../src/providers/smtp/header-line.ts';
import { mailForm } from '../src/providers/smtp/mail-form.ts';
import { mailMessage } from '../src/providers/smtp/mail-message.ts';
import { type Benchmark, inRounds, medianOf, timed } from './benchmark.ts';
import { newsletters } from './newsletter.ts';

const MAILS = 2_000;
/** Every so many-th is parsed and compared. */
const COMPARED = 20;

const from = mailbox({ name: 'Hill Street Clinic', address: 'desk@clinic.example' });
const date = new Date('2027-03-08T14:30:00Z');

/**
 * Stamping 2,000 mails that were built once against nodemailer building each of the same words. Both
 * are parsed, and must say the same.
 */
export const stamp: Benchmark = {
  name: 'stamp',
  async run() {
    const submissions = newsletters(MAILS);
    const rounds = await inRounds(5, async () => {
      const built: Buffer[] = [];
      const baseline = await timed(async () => {
        for (const one of submissions) built.push(await builtByNodemailer(one));
      });
      const made: Buffer[] = [];
      const ours = await timed(async () => {
        for (const one of submissions) made.push(await stampedByUs(one));
      });
      await compare(made, built);
      return { ours: (MAILS / ours) * 1_000, baseline: (MAILS / baseline) * 1_000 };
    });
    return [medianOf(rounds, { name: 'stamp', unit: 'mails/s', aim: { least: 5 } })];
  },
};

const forms = new WeakMap<object, ReturnType<typeof mailForm>>();

async function stampedByUs({ reference, address, name, subject = '', email }: Submission) {
  if (!email) throw new Error('an email has a letter');
  const form = forms.get(email.letter) ?? mailForm(from, email.letter);
  forms.set(email.letter, form);
  const to = mailbox({ name, address });
  const parts = { from, to, subject, reference, date, values: email.values };
  return mailMessage(await form, parts).octets;
}

function builtByNodemailer({ reference, address, name, subject = '', text, email }: Submission) {
  const messageId = `<${reference}@clinic.example>`;
  const composer = new MailComposer({
    from: { ...from },
    to: { name, address },
    subject,
    text,
    html: email?.html ?? '',
    messageId,
    date,
  });
  return composer.compile().build();
}

async function compare(made: readonly Buffer[], built: readonly Buffer[]): Promise<void> {
  for (let at = 0; at < made.length; at += COMPARED) {
    const [ours, theirs] = await Promise.all(
      [made[at], built[at]].map(async (octets) => facts(await simpleParser(octets ?? ''))),
    );
    if (!isDeepStrictEqual(ours, theirs)) throw new Error(`mail ${at} does not say the same`);
  }
}

function facts({
  headers,
  subject,
  text,
  html,
  from: sender,
  to,
  messageId,
  date: sent,
}: ParsedMail) {
  const names = [...headers.keys()].sort();
  return { names, subject, text, html, sender: sender?.value, to, messageId, sent };
}
