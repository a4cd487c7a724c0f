import { afterAll, expect, test } from 'vitest';
import { startMailServer } from '../support/mail-server.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
// It breaks the line after it has the whole message for lost…@, so nobody can say what it did with it.
const mailServer = await startMailServer({
  data: (to) => (to.startsWith('lost') ? 'break' : null),
});
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

test('what the server may or may not have taken is left to a person, who writes it off', async () => {
  const { json } = await server.call(
    'POST',
    '/api/broadcasts',
    {
      audience: {
        people: [
          { name: 'Ana Ruiz', email: 'lost@clinic.example' },
          { name: 'Ben Weiss', email: 'lost.too@clinic.example' },
        ],
      },
      content: { email: { subject: 'Closed', text: 'We are closed.' } },
    },
    { 'idempotency-key': 'a lost answer' },
  );
  const page = await openWindow(server.url, owner);
  // The test server checks its answers against the contract.
  await page.goto(`/outbox/${(json as { id: string }).id}`);
  await page.getByRole('button', { name: 'Not sure 2', exact: true }).waitFor();
  await page.getByRole('list', { name: 'Recipients' }).getByRole('button').first().click();
  await page.getByText(/may or may not have taken this/).waitFor();
  await lookAt(page, 'not-sure');
  await page.getByRole('button', { name: 'Settle what is not sure', exact: true }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Settle what is not sure' });
  await question.getByText(/may or may not have taken 2 messages/).waitFor();
  await lookAt(page, 'not-sure-all');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Write off', exact: true }).click();
  await page.getByRole('button', { name: 'Not delivered 1', exact: true }).waitFor();
  await page.getByText('written off: nobody knows whether it arrived').waitFor();
});
