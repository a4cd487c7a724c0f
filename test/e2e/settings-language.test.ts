import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { typeIn } from '../support/type-appointment.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('the language that is chosen at the top of the settings is spoken everywhere, and stays', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/settings');
  // Of the two languages that are spoken of here, each says whose it is.
  await page.getByRole('textbox', { name: 'Language of messages', exact: true }).waitFor();
  const choice = page.getByRole('combobox', { name: 'Language of this page', exact: true });
  const first = page.getByRole('region').first();
  await first.getByRole('combobox', { name: 'Language of this page' }).waitFor();
  await lookAt(page, 'settings-top');
  await choice.selectOption('Español');

  await page.getByRole('heading', { name: 'Ajustes', exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toMatch(/^es/);
  await page.reload();
  await page.getByRole('heading', { name: 'Ajustes', exact: true }).waitFor();
  const chosen = page.getByRole('combobox', { name: 'Idioma de esta página', exact: true });
  expect(await chosen.inputValue()).toBe('es');
  // Also what Headsup itself gave a name to.
  await typeIn(server.call);
  await page.reload();
  await page.getByRole('article', { name: 'Teléfonos y buzones de práctica' }).waitFor();
  await page.getByText('Añadidas a mano', { exact: true }).waitFor();
  expect(await page.getByText('Typed in').count()).toBe(0);
  await lookAt(page, 'settings-spanish');
  await page.goto('/');
  await page.getByRole('heading', { name: 'Citas', exact: true }).waitFor();

  await page.goto('/settings');
  await chosen.selectOption('English');
  await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor();
});

test('the example clinic writes in the language of the page', async () => {
  const other = await testServerOfAnother();
  const page = await openWindow(other.url, other.owner, { locale: 'es-MX' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Probar con una clínica de ejemplo' }).click();
  await page.getByText('Revisión').first().waitFor();
  expect(await page.getByText('Check-up').count()).toBe(0);
});

async function testServerOfAnother() {
  const server = await testServer({ page: true });
  return { url: server.url, owner: await server.signUp() };
}
