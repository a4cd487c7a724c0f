import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { typeIn } from '../support/type-appointment.ts';
import { wallClock } from '../support/wall-clock.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
const WORDS = 'We are closed because of snow.';

test('a lost connection loses no word, and trying again sends once', async () => {
  const page = await openWindow(server.url, owner);
  await write(page);
  // The request arrives, the answer does not: the worst that a bad line can do.
  await page.route('**/api/broadcasts', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Text 1 person' }).click();
  await page
    .getByRole('alert')
    .getByText(/cannot be sent twice/)
    .waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  expect(await text(page).inputValue()).toBe(WORDS);

  await page.unroute('**/api/broadcasts');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Text 1 person' }).click();
  await page.getByText('Sending to 1 person').waitFor();
  expect(await broadcasts()).toBe(1);
});

test('a double click sends once', async () => {
  const before = await broadcasts();
  const page = await openWindow(server.url, owner);
  await write(page);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Text 1 person' }).dblclick();
  await page.getByText('Sending to 1 person').waitFor();
  expect(await broadcasts()).toBe(before + 1);
});

test('an ended session asks to sign in over the page as it stands', async () => {
  const page = await openWindow(server.url, owner);
  await write(page);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Text 1 person' }).click();
  const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
  await dialog.getByLabel('Password', { exact: true }).fill(`${owner.password}!`);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await dialog.getByText(/do not belong together/).waitFor();
  await dialog.getByLabel('Password', { exact: true }).fill(owner.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Back' }).click();
  expect(await text(page).inputValue()).toBe(WORDS);
});

test('a reload keeps the draft and its people', async () => {
  const page = await openWindow(server.url, owner);
  await write(page);
  await page.reload();
  expect(await text(page).inputValue()).toBe(WORDS);
  await page.getByText('(212) 555-0123').waitFor();
});

test('a wrong day and an odd hour are said in the review, and keep nothing from going', async () => {
  const day = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);
  await typeIn(server.call, {
    times: { start: `${day}T09:00`, end: `${day}T09:30` },
    people: [{ name: 'Ana Ruiz', phone: '+12125550124' }],
  });
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByRole('checkbox', { name: 'Check-up, Ana Ruiz', exact: true }).check();
  await page.getByRole('button', { name: 'Compose', exact: true }).first().click();
  await text(page).fill('We are closed tomorrow.');
  await page.getByText('Later', { exact: true }).click();
  await page.getByRole('button', { name: 'Tomorrow 9:00', exact: true }).click();
  await page.getByLabel('Time', { exact: true }).fill('02:30');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByText('It says “tomorrow”, but the appointment is on another day.').waitFor();
  await page
    .getByText(/^It is 2:30.AM where it goes: an odd hour for a text or a call\.$/)
    .waitFor();
  await lookAt(page, 'review-unusual');
  await page.getByRole('button', { name: /^Schedule: text 1 person/ }).press('Enter');
  await page.getByText(/^Scheduled\. 1 message will go out on/).waitFor();
});

test('times that are often meant are one press away', async () => {
  const page = await openWindow(server.url, owner);
  await write(page);
  await page.getByText('Later', { exact: true }).click();
  const time = page.getByLabel('Time', { exact: true });
  const hence = (minutes: number) => wallClock('America/New_York', Date.now() + minutes * 60_000);
  const expected = [hence(60), hence(61), hence(62)];
  await page.getByRole('button', { name: 'In an hour', exact: true }).press('Enter');
  await expect.poll(async () => expected.includes(await time.inputValue())).toBe(true);
  await screenshot(page, 'send-later');
  await page.setViewportSize({ width: 390, height: 844 });
  await screenshot(page, 'send-later-phone');
  await page.getByRole('button', { name: 'Tomorrow 9:00', exact: true }).press('Enter');
  await expect.poll(() => time.inputValue()).toBe('09:00');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByText(/9:00 AM \(America\/New.York\)/).waitFor();
});

test('a time that does not exist is said at its field', async () => {
  const page = await openWindow(server.url, owner);
  await write(page);
  await page.getByText('Later', { exact: true }).click();
  await page.getByLabel('Day', { exact: true }).fill(springForward());
  await page.getByLabel('Time', { exact: true }).fill('02:30');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: /^Schedule: text 1 person/ }).click();
  await page.getByRole('alert').getByText(/02:30/).waitFor();
  await page.getByLabel('Time', { exact: true }).fill('03:30');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: /^Schedule: text 1 person/ }).click();
  await page.getByText(/^Scheduled\. 1 message will go out on/).waitFor();
});

test('an unknown field and an unusable number are said before anything is sent', async () => {
  const page = await openWindow(server.url, owner);
  await write(page);
  await text(page).fill('Hello {{ participant.nickname }}');
  await page
    .getByText(/nickname/)
    .last()
    .waitFor();
  expect(await page.getByRole('button', { name: 'Review' }).isDisabled()).toBe(true);
  await text(page).fill(WORDS);
  await page.getByRole('combobox', { name: 'To' }).fill('555-01ab23');
  await page.keyboard.press('Enter');
  await page.getByText('“555-01ab23” is not a usable number or address.').waitFor();
});

async function write(page: Page): Promise<void> {
  await page.goto('/?compose=true');
  await page.getByRole('combobox', { name: 'To' }).fill('(212) 555-0123');
  await page.keyboard.press('Enter');
  await text(page).fill(WORDS);
}

function text(page: Page) {
  return page.getByRole('textbox', { name: 'Text', exact: true });
}

async function broadcasts(): Promise<number> {
  const { json } = await server.call('GET', '/api/broadcasts');
  // The test server checks its answers against the contract.
  return (json as { items: unknown[] }).items.length;
}

/** The second Sunday of the coming March, when New York skips from two to three. */
function springForward(): string {
  const year = new Date().getUTCFullYear() + 1;
  const firstWeekday = new Date(Date.UTC(year, 2, 1)).getUTCDay();
  const day = 8 + ((7 - firstWeekday) % 7);
  return `${year}-03-${String(day).padStart(2, '0')}`;
}
