import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { importClinic } from './support/clinic.ts';
import { browserForFile, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
await importClinic(server.call);
await server.call('POST', '/api/contacts', { name: 'Zoë Zimmermann', addresses: [] });
const openWindow = browserForFile();

test('j, k and x go through the appointments and tick, c writes to the ticked', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  // The first is the box of the day; then come its appointments.
  for (const key of ['j', 'j', 'x', 'j', 'x', 'k', 'x']) await page.keyboard.press(key);
  await page
    .getByRole('region', { name: 'Selection' })
    .getByText(/^1 appointment /)
    .waitFor();
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'New message' }).getByText('1 appointment').waitFor();
  // What is typed is typed: no letter of it does anything else.
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('');
  await page.getByRole('textbox', { name: 'Text', exact: true }).press('x');
  expect(await page.getByRole('textbox', { name: 'Text', exact: true }).inputValue()).toBe('x');
});

test('the slash searches, the question mark shows the keys, and they can be switched off', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'People, titles, numbers' });
  await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('c?');
  expect(await search.inputValue()).toBe('c?');
  await search.fill('');
  await search.blur();

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await keys.getByText('Compose, for whoever is ticked').waitFor();
  await expectAccessible(page, 'the keys');
  await screenshot(page, 'shortcut-keys');
  await keys.getByRole('switch', { name: 'Single letters do something' }).press('Space');
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'hidden' });
  await page.keyboard.press('c');
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('Ctrl-K goes to a page, a person or a message by name', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  await page.keyboard.press('Control+k');
  const goTo = page.getByRole('dialog');
  await goTo.getByText('Outbox').waitFor();
  await expectAccessible(page, 'go to');
  await page.keyboard.type('outb');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Outbox' }).waitFor();

  await page.keyboard.press('Control+k');
  await goTo.getByRole('textbox', { name: 'Go to' }).fill('zimmer');
  await goTo.getByText('Zoë Zimmermann').waitFor();
  await screenshot(page, 'go-to');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Zoë Zimmermann' }).waitFor();
});
