import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { mailbox } from './header-line.ts';
import { mailForm } from './mail-form.ts';
import { mailMessage } from './mail-message.ts';

const parts = {
  from: { name: 'Hill Street Clinic', address: 'desk@clinic.example' },
  to: { name: 'Ana Ruiz', address: 'ana@example.com' },
  subject: 'Your appointment moved',
  text: 'Hi Ana,\n\nwe moved your appointment.\nSam',
  reference: '0198c0de-0000-7000-8000-000000000001',
  date: new Date('2027-03-08T14:30:00Z'),
};

async function parsed(changes: Partial<typeof parts>) {
  const { text, ...all } = { ...parts, ...changes };
  const strand = { pieces: [text], gaps: [] };
  const html = { pieces: ['<p>', '</p>'], gaps: [0] };
  const from = mailbox(all.from);
  const form = await mailForm(from, { text: strand, html });
  const message = mailMessage(form, { ...all, from, to: mailbox(all.to), values: ['as HTML'] });
  const mail = await simpleParser(message.octets);
  const to = Array.isArray(mail.to) ? mail.to[0] : mail.to;
  return {
    octets: message.octets,
    envelope: message.to,
    mail,
    from: mail.from?.value,
    to: to?.value,
  };
}

test('what is said arrives, in plain text and in HTML, with our reference and date', async () => {
  const { mail, from, to } = await parsed({});
  expect(from).toEqual([parts.from]);
  expect(to).toEqual([parts.to]);
  expect(mail.subject).toBe(parts.subject);
  expect(mail.text?.trim()).toBe(parts.text);
  expect(mail.html).toBe('<p>as HTML</p>');
  expect(mail.messageId).toBe(`<${parts.reference}@clinic.example>`);
  expect(mail.date).toEqual(parts.date);
});

test.each([
  'Ruiz, Ana',
  'Ana "the boss" Ruiz',
  'José Ñuñez <x@evil.example>, y@evil.example',
  '陳大文 👩‍👧',
])('a name like %s stays a name', async (name) => {
  const { to } = await parsed({ to: { name, address: 'ana@example.com' } });
  expect(to).toEqual([{ name, address: 'ana@example.com' }]);
});

test('line breaks in a name or subject add no header', async () => {
  const hostile = 'x\r\nBcc: all@evil.example\r\n\r\nbody';
  const { mail, to } = await parsed({
    to: { name: hostile, address: 'ana@example.com' },
    from: { name: hostile, address: 'desk@clinic.example' },
    subject: hostile,
  });
  expect(mail.headers.has('bcc')).toBe(false);
  expect(mail.subject).toBe('x Bcc: all@evil.example body');
  expect(to).toEqual([{ name: 'x Bcc: all@evil.example body', address: 'ana@example.com' }]);
});

test('what only looks encoded is shown as it is', async () => {
  const { to } = await parsed({ to: { name: '=?utf-8?q?fake?=', address: 'ana@example.com' } });
  expect(to).toMatchObject([{ name: '= ?utf-8?q?fake?=' }]);
});

test('a domain in other letters goes in its ASCII form', async () => {
  const message = await parsed({ to: { name: '', address: 'ana@bücher.example' } });
  expect(message.envelope).toBe('ana@xn--bcher-kva.example');
  expect(message.octets.toString()).toContain('To: ana@xn--bcher-kva.example');
});

test('any text, name and subject come back as they went in', async () => {
  const line = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .map(oneLine)
    .filter((value) => !value.includes('=?'));
  const text = fc.array(line, { maxLength: 8 }).map((lines) =>
    lines
      .map((each) => each.trimEnd())
      .join('\n')
      .trim(),
  );
  await fc.assert(
    fc.asyncProperty(text, line, async (body, subject) => {
      const { mail } = await parsed({ text: body, subject });
      expect((mail.text ?? '').replace(/\n$/, '')).toBe(body);
      expect(mail.subject ?? '').toBe(subject);
    }),
    { numRuns: 200 },
  );
});

function oneLine(value: string): string {
  return value.replace(/[\s\p{C}]+/gu, ' ').trim();
}
