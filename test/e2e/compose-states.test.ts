import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { openAdvanced } from './support/open-advanced.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('Compose with nothing in it, and with what is wrong', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  await page.getByText(/^Still missing:/).waitFor();
  await lookAt(page, 'compose-empty');
  await page.getByRole('combobox', { name: 'To', exact: true }).fill('555-01ab23');
  await page.keyboard.press('Enter');
  await page.getByText(/is not a usable number or address/).waitFor();
  await write(page, 'Text', 'Hello {{ participant.nickname }}');
  await page
    .getByText(/nickname/)
    .last()
    .waitFor();
  await lookAt(page, 'compose-wrong');

  await page.getByRole('button', { name: 'Remove 555-01ab23' }).click();
  await page.getByRole('combobox', { name: 'To', exact: true }).fill('Nobody');
  await page.keyboard.press('Enter');
  await write(page, 'Text', 'We are closed');
  await page.getByText('Nobody would get this', { exact: true }).waitFor();
  await lookAt(page, 'compose-nobody');
});

test('Compose with all of it, the review with who is left out, and a failure', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  await page.getByRole('combobox', { name: 'To', exact: true }).fill('Nobody');
  await page.keyboard.press('Enter');
  await write(page, 'Text', 'We are closed');
  await page.getByRole('combobox', { name: 'To', exact: true }).fill('Ana, (212) 555-0123');
  await page.keyboard.press('Enter');
  for (const channel of ['Email', 'Call']) {
    await page.getByRole('checkbox', { name: channel, exact: true }).check();
  }
  await write(page, 'Subject', 'Closed');
  await write(page, 'Email', 'We are closed');
  await write(page, 'What the call says', 'We are closed');
  await openAdvanced(page);
  await page.getByRole('switch', { name: 'Call only where a text cannot go' }).click();
  await page.getByText('Later', { exact: true }).click();
  await page.getByText(/1 person reached/).waitFor();
  await lookAt(page, 'compose-all');
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByRole('button', { name: /^Schedule: / }).waitFor();
  await lookAt(page, 'review-left-out');
  await page.route('**/api/broadcasts', (route) => route.abort());
  await page.getByRole('button', { name: /^Schedule: / }).click();
  await page
    .getByRole('alert')
    .getByText(/cannot be sent twice/)
    .waitFor();
  await lookAt(page, 'review-failed');
  await page.unroute('**/api/broadcasts');
  await page.getByRole('button', { name: /^Schedule: / }).click();
  await page.getByText(/^Scheduled\. /).waitFor();
  await lookAt(page, 'bar-scheduled');
});

function write(page: Page, field: string, words: string): Promise<void> {
  return page.getByRole('textbox', { name: field, exact: true }).fill(words);
}
