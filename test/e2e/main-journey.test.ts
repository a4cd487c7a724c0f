import { expect, test } from 'vitest';
import { endQuietHours } from '../support/sign-up.ts';
import { testServer } from '../support/test-server.ts';
import { clinicFile, tickFirst } from './support/clinic.ts';
import { browserForFile, screenshot } from './support/open-desk.ts';
import { sentWords } from './support/sent-words.ts';

const server = await testServer({ page: true });
const openWindow = browserForFile();

test('from the setup link to a message on a pretend phone', async () => {
  const page = await openWindow(server.url, null);
  await page.goto(server.setupLink ?? '');
  await page.getByLabel('Your name').fill('Sam Keller');
  await page.getByLabel('Email').fill('sam@example.com');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByLabel('Name of your business').fill('Hill Street Clinic');
  expect(await page.getByRole('combobox', { name: 'Country' }).inputValue()).toBe('United States');
  await screenshot(page, 'setup');
  await page.getByRole('button', { name: 'Create the account' }).click();

  await page.getByText('Your appointments will be here').waitFor();
  await endQuietHours(server.call);
  await page.getByText('Practice mode: nothing leaves this machine.').waitFor();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a calendar file' }).click();
  await (await choosing).setFiles(clinicFile());
  await page.getByText(/appointments added/).waitFor();
  await screenshot(page, 'import');
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();

  await tickFirst(page, 8);
  await page.getByRole('region', { name: 'Selection' }).getByText('8 appointments').waitFor();
  await screenshot(page, 'agenda');
  await page.getByRole('button', { name: 'Compose' }).first().click();
  await page
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill('Hello {{ participant.first_name }}, a pipe burst: we are closed. We will call you.');
  const reached = page.getByText(/\d+ (people|person) reached/);
  await reached.waitFor();
  await screenshot(page, 'compose');
  await page.getByRole('button', { name: 'Review' }).click();
  const send = page.getByRole('button', { name: /^Send \d+ texts/ });
  const texts = Number(/\d+/.exec(await send.innerText())?.[0]);
  expect(texts).toBeGreaterThan(3);
  const reasons = await page.getByText(/^Text: \d+ left out/).allInnerTexts();
  const leftOut = reasons.reduce((sum, words) => sum + Number(/\d+/.exec(words)?.[0]), 0);
  await screenshot(page, 'review');
  await send.click();

  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.getByText(sentWords(texts, leftOut)).waitFor();
  await page.getByRole('link', { name: 'See who got it' }).click();
  await page.getByRole('button', { name: `Delivered ${texts}` }).click();
  const recipients = page.getByRole('list', { name: 'Recipients' }).getByRole('button');
  await expect.poll(() => recipients.count()).toBe(texts);
  await recipients.first().click();
  await page.getByText('Report: delivered').waitFor();
  await screenshot(page, 'broadcast');
  const name = (await recipients.first().locator('b').innerText()).trim();

  await page.getByRole('link', { name: 'Phones & mailboxes' }).click();
  await page.getByLabel('Name, number or address').fill(name);
  const messages = page.getByRole('log', { name: `Messages of ${name}` });
  await messages
    .first()
    .getByText(`Hello ${name.split(' ')[0]}, a pipe burst`)
    .waitFor();
  await screenshot(page, 'phones');

  await page.getByRole('link', { name: 'Appointments' }).click();
  await page
    .getByRole('button', { name: /: 1 sent$/ })
    .first()
    .click();
  await page.getByRole('dialog').getByText('a pipe burst').waitFor();
  await screenshot(page, 'person');
});
