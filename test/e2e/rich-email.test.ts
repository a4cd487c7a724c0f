import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectAccessible } from './support/accessibility.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('an email is formatted, shows its fields in a frame of no rights, and arrives as both parts', async () => {
  const page = await openWindow(server.url, owner);
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(response.url()));
  await page.goto('/?compose=true');
  await page.getByRole('combobox', { name: 'To' }).fill('Ana Ruiz <ana@example.com>');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Text', exact: true }).uncheck();
  await page.getByRole('checkbox', { name: 'Email' }).check();
  await page.getByRole('textbox', { name: 'Subject' }).fill('Closed');
  await page.getByRole('textbox', { name: 'Email', exact: true }).fill('Dear <you>,\n\nsorry');
  expect(loaded.some((url) => url.includes('rich-field'))).toBe(false);
  await page.getByRole('button', { name: 'Format the email' }).click();

  const editor = page.getByRole('textbox', { name: 'Email', exact: true });
  await editor.getByText('Dear <you>,').waitFor();
  await editor.getByText('sorry').click();
  await page.keyboard.press('End');
  await page.keyboard.type(', ');
  await page.getByRole('button', { name: 'Insert field into Email' }).click();
  await page
    .getByRole('menuitem', { name: /first name/i })
    .first()
    .click();
  await editor.getByText('{{ participant.first_name }}').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Bold' }).click();
  await page.keyboard.type('We are closed.');

  const frame = page.locator('iframe[title^="Email"]');
  expect(await frame.getAttribute('sandbox')).toBe('');
  const shown = frame.contentFrame();
  await shown.getByText('sorry, Ana').waitFor();
  await shown.locator('strong').getByText('We are closed.').waitFor();
  await page.getByRole('checkbox', { name: 'End it with a link to unsubscribe' }).check();
  await shown.getByRole('link', { name: 'Unsubscribe' }).waitFor();
  await screenshot(page, 'rich-email');
  await expectAccessible(page, 'rich email');
  await page.setViewportSize({ width: phone.width ?? 390, height: phone.height ?? 844 });
  await screenshot(page, 'rich-email-phone');

  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Email 1 person' }).click();
  const [row] = await waitFor(
    async () => (await server.database.engine.query('select content from sandbox_message')).rows,
    (rows) => rows.length === 1,
    30_000,
  );
  expect(row.content.text).toMatch(
    /^Dear <you>,\n\nsorry, Ana\n\nWe are closed\.\n\n-- \n.*\nUnsubscribe: http\S+$/,
  );
  expect(row.content.html).toContain('<p>Dear &lt;you&gt;,</p><p>sorry, Ana</p>');
});

test('what was formatted goes back to plain text with its words', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  await page.getByRole('checkbox', { name: 'Email' }).check();
  const email = page.getByRole('textbox', { name: 'Email', exact: true });
  await email.fill('One\nline\n\nTwo');
  await page.getByRole('button', { name: 'Format the email' }).click();
  await email.getByText('Two').waitFor();
  await page.getByRole('button', { name: 'Plain text' }).click();
  await expect.poll(() => email.inputValue()).toBe('One\nline\n\nTwo');
});
