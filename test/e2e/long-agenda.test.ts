import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addPeople } from '../../bench/people.ts';
import { readAccount } from '../../src/account/account.ts';
import { testServer } from '../support/test-server.ts';
import { browserForFile } from './support/open-desk.ts';

const PEOPLE = 3_000;
/** Milliseconds that a busy machine may need until the page shows what it is to show. */
const PATIENCE = { timeout: 60_000 };

const server = await testServer({ page: true });
const owner = await server.signUp();
// One a minute from 31 December, 19:01, in New York on: 299, 1,440 and 1,261 on three days.
const account = await readAccount(server.database.engine, owner.accountId);
await addPeople({ database: server.database, account }, PEOPLE);
const openWindow = browserForFile();

test('what was scrolled past comes again, from wherever one looks', async () => {
  const page = await openAgenda();
  await scrollToEnd(page);
  await page.getByRole('button', { name: `Person ${PEOPLE}`, exact: true }).waitFor();
  const height = await scrolledHeight(page);
  await scrollTo(page, 0);
  await page.getByRole('button', { name: 'Person 1', exact: true }).waitFor();
  // In one leap among pages that were let go of.
  await scrollTo(page, Math.floor(height / 2));
  await expectInOrder(page);
  await page.waitForLoadState('networkidle');
  expect(await scrolledHeight(page)).toBe(height);
});

test('a day is ticked whole, and shift ticks all between, whatever of it is loaded', async () => {
  const page = await openAgenda();
  const selection = page.getByRole('region', { name: 'Selection' });
  const ticks = page.getByRole('checkbox', { name: /^Check-up/ });
  await (await newYear(page)).click();
  await selection.getByText('1,440 appointments').waitFor();
  await selection.getByRole('button', { name: 'Clear' }).click();

  await scrollTo(page, 0);
  await ticks.first().check();
  await scrollToEnd(page);
  await ticks.last().click({ modifiers: ['Shift'] });
  await selection.getByText('3,000 appointments').waitFor();
  await scrollTo(page, 0);
  await expect.poll(() => ticks.first().isChecked(), PATIENCE).toBe(true);
});

test('a day that cannot be read whole is not ticked in part, and can be tried again', async () => {
  const page = await openAgenda();
  const day = await newYear(page);
  await page.waitForLoadState('networkidle');
  await page.route('**/api/appointments*from=2027-01-01*', (route) => route.abort());
  await day.click();
  await page.getByRole('alert').getByText('No connection to Headsup.').waitFor();
  expect(await page.getByRole('region', { name: 'Selection' }).count()).toBe(0);
  await page.unroute('**/api/appointments*from=2027-01-01*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('region', { name: 'Selection' }).getByText('1,440 appointments').waitFor();
});

async function openAgenda(): Promise<Page> {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByRole('button', { name: 'Person 1', exact: true }).waitFor();
  return page;
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Appointments' }).locator('..');

const scrolledHeight = (page: Page) => grid(page).evaluate((box) => box.scrollHeight);

async function scrollTo(page: Page, top: number): Promise<void> {
  await grid(page).evaluate((box, to) => box.scrollTo({ top: to }), top);
}

/** Scrolls to where a day begins whose end is not loaded. */
async function newYear(page: Page): Promise<Locator> {
  const day = page.getByRole('checkbox', { name: 'All of Fri, January 1, 2027' });
  await expect
    .poll(async () => {
      await scrollTo(page, 305 * 32);
      return day.count();
    }, PATIENCE)
    .toBe(1);
  return day;
}

/** To the end of what is loaded, again and again until nothing more comes. */
async function scrollToEnd(page: Page): Promise<void> {
  const last = page.getByRole('button', { name: `Person ${PEOPLE}`, exact: true });
  await expect
    .poll(async () => {
      await scrollTo(page, 1e9);
      return last.count();
    }, PATIENCE)
    .toBe(1);
}

/** Those in view follow one another, as they were made. */
async function expectInOrder(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const names = await page.getByRole('button', { name: /^Person \d+$/ }).allInnerTexts();
      const numbers = names.map((name) => Number(name.slice('Person '.length)));
      const inOrder = numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1);
      return numbers.length > 20 && inOrder && (numbers[0] ?? 0) > 1_000;
    }, PATIENCE)
    .toBe(true);
}
