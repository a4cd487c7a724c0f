import type { Page } from 'playwright-core';
import { beforeAll, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { chooseFile } from './support/choose-file.ts';
import { importClinic, tickFirst } from './support/clinic.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
beforeAll(() => importClinic(server.call));

test('many ticked, the seconds to undo, and taken back', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await tickFirst(page, 3);
  await page.getByRole('button', { name: /^Select all \d+ that match$/ }).click();
  await page.getByRole('region', { name: 'Selection' }).getByText('200 appointments').waitFor();
  await lookAt(page, 'agenda-all-ticked');
  await page.goto('/?compose=true');
  await page.getByRole('combobox', { name: 'To', exact: true }).fill('Ana, (212) 555-0123');
  await page.keyboard.press('Enter');
  await write(page, 'Text', 'We are closed');
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByRole('button', { name: 'Text 1 person', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await expectAccessible(page, 'the seconds to undo');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back. Nothing was sent.').waitFor();
  await lookAt(page, 'bar-taken-back');
});

test('a calendar that came in, one that could not be read, and a person’s messages', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  const event = ['BEGIN:VEVENT', 'UID:1', 'DTSTART:20990309T150000Z', 'SUMMARY:Late', 'END:VEVENT'];
  const calendar = ['BEGIN:VCALENDAR', ...event, 'END:VCALENDAR', ''].join('\r\n');
  await chooseFile(page.getByRole('button', { name: 'Import', exact: true }), file(calendar));
  await page.getByText(/1 appointment added/).waitFor();
  await lookAt(page, 'import-done');
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await chooseFile(page.getByRole('button', { name: 'Import', exact: true }), file('nothing'));
  await page.getByRole('button', { name: 'Choose another file' }).waitFor();
  await lookAt(page, 'import-refused');
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();

  await page
    .getByRole('button', { name: /^Messages with/ })
    .first()
    .click();
  await page.getByRole('dialog').getByText('Message this person').waitFor();
  await lookAt(page, 'person-panel');
});

function write(page: Page, field: string, words: string): Promise<void> {
  return page.getByRole('textbox', { name: field, exact: true }).fill(words);
}

function file(text: string) {
  return { name: 'late.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) };
}
