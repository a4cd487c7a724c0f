import { afterAll, beforeAll, expect, test } from 'vitest';
import { provider } from '../../src/contract/provider.ts';
import { docx, pdf, photo } from '../support/files.ts';
import { startMailServer } from '../support/mail-server.ts';
import { manyPeople } from '../support/many-people.ts';
import { testServer } from '../support/test-server.ts';
import { upload } from '../support/upload.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const mail = await startMailServer();
const people = manyPeople(5).map(({ name }, n) => ({ name, email: `person${n}@example.com` }));

beforeAll(async () => {
  await server.signUp();
  const smtp = {
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    fromAddress: 'desk@example.com',
  };
  const made = await server.call('POST', '/api/providers', { kind: 'smtp', name: 'Ours', smtp });
  const { id } = provider.parse(made.json);
  await server.call('PUT', '/api/channels/email', { providerId: id });
});
afterAll(() => mail.close());

test('everybody gets the files of an email as they were, beside words of their own', async () => {
  const files = [
    { name: 'Übersicht “1”.pdf', bytes: pdf },
    { name: 'letter.docx', bytes: docx() },
    { name: 'garden.jpg', bytes: await photo(800, 600) },
  ];
  const attachments: string[] = [];
  for (const { name, bytes } of files) {
    attachments.push((await upload(server.call, bytes, name)).id);
  }
  const email = { subject: 'Closed', text: 'Dear {{ participant.first_name }}', attachments };
  const sent = await server.call(
    'POST',
    '/api/broadcasts',
    { audience: { people }, content: { email } },
    { 'idempotency-key': 'with files' },
  );
  expect(sent.status).toBe(201);
  await waitFor(
    async () => mail.mails.length,
    (count) => count === people.length,
  );
  for (const { parsed } of mail.mails) {
    const got = parsed.attachments.map(({ filename, content, contentDisposition }) => ({
      filename,
      same: files.some(({ name, bytes }) => name === filename && bytes.equals(content)),
      contentDisposition,
    }));
    expect(got).toEqual(
      files.map(({ name }) => ({
        filename: name,
        same: true,
        contentDisposition: 'attachment',
      })),
    );
  }
  const words = mail.mails.map(({ parsed }) => parsed.text?.trim());
  expect(new Set(words).size).toBe(new Set(people.map(({ name }) => name.split(' ')[0])).size);
});

test('more than a mail server takes is refused before it is sent', async () => {
  const large = Buffer.alloc(8 * 1_048_576, 'words ');
  const attachments: string[] = [];
  for (const name of ['one.txt', 'two.txt']) {
    attachments.push((await upload(server.call, large, name)).id);
  }
  const content = { email: { subject: 'x', text: 'x', attachments } };
  expect(await server.call('POST', '/api/plans', { audience: { people }, content })).toMatchObject({
    status: 422,
    json: { errors: [{ path: 'content.email.attachments' }] },
  });
});
