import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('the meter names the character at fault, and its switch sends the text plainly, by keyboard', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  await page.getByRole('combobox', { name: 'To' }).fill('(212) 555-0123');
  await page.keyboard.press('Enter');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('We are closed');
  await page.getByText(/^13 characters · 1 part/).waitFor();
  await lookAt(page, 'text-meter');
  await text.fill(`We’re closed – ${'because of the snow, '.repeat(4)}“sorry”…`);
  await page.getByText(/’–“make it dearer/).waitFor();
  await lookAt(page, 'text-meter-dear');
  const plainly = page.getByRole('switch', { name: 'Quotes, dashes and the like as plain ones' });
  await plainly.press('Space');
  await page.getByText('dearer').waitFor({ state: 'detached' });
  expect(await plainly.isChecked()).toBe(true);
  await lookAt(page, 'text-meter-plain');
  await plainly.press('Space');
  await page.getByText(/dearer/).waitFor();
  await text.fill('שלום 🎉 כאן המרפאה');
  await page.getByText(/dearer/).waitFor();
  await plainly.waitFor({ state: 'detached' });
  await lookAt(page, 'text-meter-emoji');
});
