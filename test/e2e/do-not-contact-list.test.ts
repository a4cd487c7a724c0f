import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { suppressionPage } from '../../src/contract/suppression.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

const listed = async () =>
  suppressionPage.parse((await server.call('GET', '/api/suppressions')).json).items;
const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

test('a list is imported by keyboard, each line that cannot be read is named, and it is had back', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/settings');
  const section = page.getByRole('region', { name: 'Do not contact' });
  await section.getByText('Nobody yet.').waitFor();
  await lookAt(page, 'do-not-contact-empty', section);
  await section.getByRole('button', { name: 'Import a list' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Import a list/ });
  await dialog.getByRole('button', { name: 'Choose a file' }).waitFor();
  await lookAt(page, 'do-not-contact-import');
  await dialog
    .locator('input[type=file]')
    .setInputFiles(
      csv('stop.csv', [
        'address,channel,note',
        '+12125550123,sms,“ביקשה להפסיק”',
        'ana@example.com,,asked at the desk',
        '12,sms,',
        `${'x'.repeat(300)},pigeon,`,
      ]),
    );
  await dialog.getByText('Lines: 2 put on the list and 2 not read.').waitFor();
  await dialog.getByText('Line 4:').waitFor();
  await lookAt(page, 'do-not-contact-imported');
  await dialog.getByRole('button', { name: 'Import another file' }).press('Enter');
  await dialog.locator('input[type=file]').setInputFiles(csv('none.csv', ['']));
  await dialog.getByText('There is no line in this file; nothing was changed.').waitFor();
  await page.keyboard.press('Escape');
  await section.getByText('ana@example.com').waitFor();
  await lookAt(page, 'do-not-contact-list', section);
  expect(await listed()).toMatchObject([
    { address: 'ana@example.com', channel: 'email' },
    { address: '+12125550123', channel: 'sms' },
  ]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    section.getByRole('link', { name: 'Download the whole list' }).press('Enter'),
  ]);
  expect(file.suggestedFilename()).toBe('do-not-contact.csv');
  expect(await readFile(await file.path(), 'utf8')).toContain('ana@example.com');
});

test('a list that does not arrive says so; a viewer is offered neither way', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Import a list' }).click();
  const dialog = page.getByRole('dialog', { name: /^Import a list/ });
  await page.route('**/api/suppressions/import', (route) => route.abort());
  await dialog.locator('input[type=file]').setInputFiles(csv('stop.csv', ['+12125550124']));
  await dialog.getByRole('alert').getByText('stop.csv: The connection broke').waitFor();
  await lookAt(page, 'do-not-contact-import-failed');

  const viewer = await openWindow(server.url, await memberOf(server, 'viewer'));
  await viewer.goto('/settings');
  const section = viewer.getByRole('region', { name: 'Do not contact' });
  await section.getByText('ana@example.com').waitFor();
  expect(await section.getByRole('button').count()).toBe(0);
  expect(await section.getByRole('link').count()).toBe(0);
});
