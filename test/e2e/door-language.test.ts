import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const openWindow = browserForFile();

test('before anybody signs in the page speaks the language that is chosen at its foot', async () => {
  const page = await openWindow(server.url, null);
  await page.goto(server.setupLink ?? '');
  const chosen = page.locator('button[aria-current=true]');
  await page.getByRole('button', { name: 'Français' }).waitFor();
  expect(await chosen.innerText()).toBe('English');
  await expectAccessible(page, 'the setup with its languages');
  await screenshot(page, 'door-setup');

  await page.getByRole('button', { name: 'Español' }).click();
  await page.locator('html[lang^=es]').waitFor();
  await page.getByRole('button', { name: 'Français' }).waitFor();
  expect(await chosen.innerText()).toBe('Español');
  // The link's token came along: there is still a form.
  expect(await page.locator('input[autocomplete=organization]').count()).toBe(1);

  // It holds for this browser, on every page.
  await server.signUp();
  await page.goto('/');
  await page.locator('input[name=password]').waitFor();
  expect(await chosen.innerText()).toBe('Español');
  await page.getByRole('button', { name: 'English' }).press('Enter');
  await page.locator('html[lang^=en]').waitFor();
  await page.getByRole('heading', { name: 'Sign in to Headsup' }).waitFor();
  await expectAccessible(page, 'the sign-in with its languages');
  await screenshot(page, 'door-sign-in');
});

test('on a phone the languages stand in one line', async () => {
  const page = await openWindow(server.url, null, { ...phone, theme: 'dark' });
  await page.goto('/');
  const buttons = page.locator('button[lang]');
  await buttons.first().waitFor();
  const boxes = await Promise.all((await buttons.all()).map((button) => button.boundingBox()));
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
  await expectAccessible(page, 'the sign-in on a phone');
  await screenshot(page, 'door-sign-in-phone');
});
