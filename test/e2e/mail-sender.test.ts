import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('the account’s sender is set once; a message that needs another says its own, and what is wrong stands at its field', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/settings');
  const form = page.getByRole('form', { name: 'Account' });
  await form.getByRole('textbox', { name: 'Answers to emails go to' }).fill('nowhere');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await form.getByText('one email address as in desk@example.com').waitFor();
  await form.getByRole('textbox', { name: 'Answers to emails go to' }).fill('answers@example.com');
  await form.getByRole('textbox', { name: 'From name of emails' }).fill('Hill Street');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await form.getByText('Saved.').waitFor();
  await lookAt(page, 'settings-sender');

  await page.goto('/?compose=true');
  await page.getByRole('combobox', { name: 'To' }).fill('Ana Ruiz <ana@example.com>');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Text', exact: true }).uncheck();
  await page.getByRole('checkbox', { name: 'Email' }).check();
  await page.getByRole('textbox', { name: 'Subject' }).fill('Closed');
  await page.getByRole('textbox', { name: 'Email', exact: true }).fill('We are closed.');
  const shown = page.getByRole('region', { name: 'Preview' });
  await shown.getByText('From Hill Street').waitFor();
  await shown.getByText('Answers go to answers@example.com').waitFor();

  await page.getByRole('button', { name: 'Sender and answers' }).press('Enter');
  const name = page.getByRole('textbox', { name: 'From name' });
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await name.getAttribute('placeholder')).toBe('Hill Street');
  await page.keyboard.type('Snow desk');
  await page.keyboard.press('Tab');
  await page.keyboard.type('snow');
  await page.getByText('one email address as in desk@example.com').waitFor();
  await page.keyboard.type('@example.com');
  await shown.getByText('From Snow desk').waitFor();
  await shown.getByText('Answers go to snow@example.com').waitFor();
  await lookAt(page, 'compose-sender');

  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Email 1 person' }).click();
  const [row] = await waitFor(
    async () => (await server.database.engine.query('select content from broadcast')).rows,
    (rows) => rows.length === 1,
  );
  expect(row.content.email).toMatchObject({ fromName: 'Snow desk', replyTo: 'snow@example.com' });
});
