import fc from 'fast-check';
import { type ParsedMail, simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, test } from 'vitest';
import { testConstants } from '../../../test/support/merge-constants.ts';
import { compileContent } from '../../message/compile-content.ts';
import { mergeScope } from '../../message/merge-scope.ts';
import { renderMessage } from '../../message/render-message.ts';
import { mailbox, oneLine } from './header-line.ts';
import { mailForm } from './mail-form.ts';
import { mailMessage } from './mail-message.ts';

const from = mailbox({ name: 'Hill Street, Clinic', address: 'desk@clinic.example' });
const reference = '0198c0de-0000-7000-8000-000000000001';
const date = new Date('2027-03-08T14:30:00Z');

/** What is hard for headers, quoted-printable, HTML or SMTP. */
const hard = fc.constantFrom(
  'José',
  '陳大文',
  '👩‍👧‍👦',
  'שלום',
  '\u202eevil\u202c',
  '=',
  '=3D=0A',
  '=?utf-8?q?x?=',
  '.',
  '..',
  ' ',
  '  ',
  '\t',
  '\r\n.\r\n',
  '\r\nBcc: all@evil.example\r\n\r\n',
  '<b>&amp;"\'',
  'x'.repeat(80),
  'é'.repeat(60),
  'word '.repeat(30),
  'From me',
  '\ud800',
  'https://x.example/?a=b&c',
);
const value = fc
  .array(fc.oneof(hard, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 4 })
  .map((parts) => parts.join(''));
const field = fc.constantFrom(
  '{{ participant.name }}',
  '{{ participant.first_name | upcase }}',
  '{% if participant.last_name %}{{ participant.last_name }}{% else %}nobody{% endif %}',
  '{{ account.name }}',
);
const words = fc
  .string({ unit: 'grapheme', maxLength: 90 })
  .map((text) => text.replace(/[{}]/g, ''));
const newline = fc.constantFrom('\n', '\r\n', '\n\n', '\n.\n');
const template = fc
  .array(fc.oneof({ weight: 3, arbitrary: field }, hard, words, newline), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');
const paragraphs = fc
  .array(fc.oneof(field, words.map(escaped)), { minLength: 1, maxLength: 6 })
  .map((parts) => `<p>${parts.join('</p><p><b>x</b> ')}</p>`);

test('a stamped mail parses as the one that nodemailer builds of the same words', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ subject: template, text: fc.option(template), html: fc.option(paragraphs) }),
      fc.record({ name: value, first_name: value, last_name: value, account: value }),
      async (written, { account, ...names }) => {
        fc.pre(written.text !== null || written.html !== null);
        const message = rendered(written, names, account);
        const { subject = '', text, email } = message;
        // Without words nodemailer builds no plain part.
        fc.pre(text !== '');
        if (!email) throw new Error('an email has a letter');
        const to = mailbox({ name: names.name, address: 'ana@example.com' });
        const form = await mailForm(from, email.letter);
        const values = email.values;
        const { octets } = mailMessage(form, { from, to, subject, reference, date, values });
        const composer = new MailComposer({
          from,
          to,
          subject: oneLine(subject),
          text,
          html: email.html,
          messageId: `<${reference}@clinic.example>`,
          date,
        });
        const built = await composer.compile().build();
        expect(facts(await simpleParser(octets))).toEqual(facts(await simpleParser(built)));
        const [headers = '', ...body] = octets.toString('latin1').split('\r\n\r\n');
        expect(headers).toMatch(/^(?:[\t\x20-\x7e]{1,998}(?:\r\n|$))+$/);
        const lines = body.join('\r\n\r\n').split('\r\n');
        expect(lines.filter((line) => !/^[\t\x20-\x7e]{0,76}$/.test(line))).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);

function rendered(
  { subject, text, html }: { subject: string; text: string | null; html: string | null },
  names: { name: string; first_name: string; last_name: string },
  account: string,
) {
  const result = compileContent({
    email: {
      subject: subject.replace(/[\r\n]+/g, ' '),
      ...(text === null ? {} : { text }),
      ...(html === null ? {} : { html }),
    },
  });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  const participant = { ...names, phone: '', email: '' };
  const scope = mergeScope(
    { participant, event: null },
    { ...testConstants, account: { ...testConstants.account, name: account } },
  );
  return renderMessage(result.compiled, 'email', scope);
}

/** All that a reader learns of a mail, but for the boundary between its parts. */
function facts({ headers, text, html, from: sender, to, subject, messageId, date }: ParsedMail) {
  const others = Object.fromEntries([...headers].filter(([name]) => name !== 'content-type'));
  return { text, html, sender, to, subject, messageId, date, others };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
