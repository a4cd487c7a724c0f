import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const openWindow = browserForFile();

test('the time zone of the browser says where the business is, whatever its language', async () => {
  const page = await openWindow(server.url, null, { timeZone: 'Europe/Berlin' });
  await page.goto(server.setupLink ?? '');
  expect(await placeOf(page)).toEqual(['Germany', 'Europe/Berlin']);
});

test('a browser that keeps its place to itself leaves the time zone to be chosen', async () => {
  const page = await openWindow(server.url, null, { timeZone: 'UTC' });
  await page.goto(server.setupLink ?? '');
  expect(await placeOf(page)).toEqual(['United States', '']);
  // The first field has the focus: one opens the link and types.
  const name = page.getByLabel('Your name');
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
  await name.fill('Sam Keller');
  await page.getByLabel('Email').fill('sam@example.com');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByLabel('Name of your business').fill('Hill Street Clinic');
  const create = page.getByRole('button', { name: 'Create the account' });
  await create.click();
  // The browser asks for it, and nothing is sent.
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  expect(await zone.evaluate((input) => input.matches(':invalid'))).toBe(true);

  await chooseZone(page, 'UTC');
  await page.getByText('no clock in this country (United States) goes by UTC').waitFor();
  await lookAt(page, 'setup-place');
  await chooseZone(page, 'America/Chicago');
  await page.getByText('no clock in this country').waitFor({ state: 'detached' });
  await create.click();
  await page.getByText('Your appointments will be here').waitFor();
  const { json } = await server.call('GET', '/api/account/place');
  expect(json).toEqual({ country: 'US', timeZone: 'America/Chicago' });
});

async function placeOf(page: Page): Promise<string[]> {
  const [country, zone] = ['Country', 'Time zone'].map((name) =>
    page.getByRole('combobox', { name }),
  );
  return [(await country?.inputValue()) ?? '', (await zone?.inputValue()) ?? ''];
}

async function chooseZone(page: Page, zone: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Time zone' }).fill(zone);
  await page.getByRole('option', { name: zone, exact: true }).click();
}
