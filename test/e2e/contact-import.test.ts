import { expect, test } from 'vitest';
import { contactPage } from '../../src/contract/contact.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

const names = async () =>
  contactPage.parse((await server.call('GET', '/api/contacts')).json).items.map(({ name }) => name);

test('a file is checked, its columns are said, its bad rows had back, and the rest imported', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Import', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import contacts' });
  await dialog.getByRole('button', { name: 'Choose a file' }).waitFor();
  await lookAt(page, 'contact-import-empty');
  const rows = ['Name,Mobile,Nick', 'Ana Ruiz,+12125550123,Anita', 'Ben Okri,12,B', 'Cleo,,'];
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\n')),
  });
  await dialog.getByText('people.csv: nothing is written yet').waitFor();
  await dialog.getByText(/^Rows, if you import them: 2 new, .* and 1 refused\.$/).waitFor();
  await dialog.getByText('Line 3, Mobile:').waitFor();
  await lookAt(page, 'contact-import-checked');
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Download the refused rows' }).click(),
  ]);
  expect(report.suggestedFilename()).toBe('refused-contacts.csv');
  expect(await names()).toEqual([]);

  await dialog.getByRole('combobox', { name: 'Nick becomes' }).selectOption('field:Nick');
  const commit = dialog.getByRole('button', { name: 'Import 2 rows' });
  expect(await commit.isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: 'Check again' }).press('Enter');
  await expect.poll(() => commit.isEnabled()).toBe(true);
  await commit.press('Enter');
  await dialog.getByText('people.csv is imported').waitFor();
  await lookAt(page, 'contact-import-done');
  await dialog.getByRole('button', { name: 'Close' }).last().press('Enter');
  await page.getByRole('button', { name: /Ana Ruiz/ }).click();
  await page.getByText('Anita').waitFor();
  expect(await names()).toEqual(['Ana Ruiz', 'Cleo']);
});

test('a file that holds no contacts is refused with a sentence, also where it was dropped', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import contacts' });
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File([''], 'empty.csv', { type: 'text/csv' }));
    return data;
  });
  await dialog.getByText(/^A CSV file/).dispatchEvent('drop', { dataTransfer: transfer });
  await dialog.getByRole('alert').getByText('empty.csv:').waitFor();
});
