import { afterAll, expect, test } from 'vitest';
import { startMailServer } from '../support/mail-server.ts';
import { testServer } from '../support/test-server.ts';
import { browserForFile, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const mailServer = await startMailServer();
afterAll(() => mailServer.close());
const openWindow = browserForFile();

test('a mail server is connected, tried and chosen, and the banner says that email is real', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Connect a mail server' }).click();
  const form = page.getByRole('form', { name: 'Connect a mail server' });
  await form.getByLabel('Mail server').fill('127.0.0.1');
  await form.getByLabel('Security').selectOption('none');
  await form.getByLabel('Port').fill(String(mailServer.port));
  await form.getByLabel('From address').fill('desk@clinic.example');
  await form.getByRole('button', { name: 'Connect' }).click();

  const provider = page.getByRole('article', { name: '127.0.0.1' });
  await provider.getByRole('button', { name: 'Send a test' }).click();
  await provider.getByText('It was taken.').waitFor();
  expect(mailServer.mails.map((mail) => mail.to)).toEqual([owner.email]);

  await page.getByLabel('Emails go by').selectOption({ label: '127.0.0.1' });
  await page
    .getByText('Practice mode: texts and calls do not leave this machine. Email is real.')
    .waitFor();
  await screenshot(page, 'mail-server');
});
