import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { importClinic } from './support/clinic.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
await importClinic(server.call);
const openWindow = browserForFile();

test('the main job needs no mouse: now, and taken back, and later', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await composeForThree(page);
  await tabTo(page, /^Review$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^(Text|Send) \d+/);
  await page.keyboard.press('Enter');
  await page.getByText(/^Sending to/).waitFor();
  await tabTo(page, /^Undo/);
  await page.keyboard.press('Enter');
  await page.getByText('Taken back. Nothing was sent.').waitFor();
  await tabTo(page, /^Close$/);
  await page.keyboard.press('Enter');

  await composeForThree(page);
  await tabTo(page, /^Now$/);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /^Day$/);
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  // As its parts stand in American English: month, day and year.
  await page.keyboard.type(`${day.slice(5, 7)}${day.slice(8)}${day.slice(0, 4)}`);
  await tabTo(page, /^Time$/);
  await page.keyboard.type('0745AM');
  expect(await page.getByLabel('Day', { exact: true }).inputValue()).toBe(day);
  await tabTo(page, /^Review$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Schedule: /);
  await page.keyboard.press('Enter');
  await page.getByText(/^Scheduled\. \d+ messages? will go out on .+ 7:45/).waitFor();
});

test('Escape closes Compose, and the draft is there again', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await tabTo(page, /^Compose$/);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Half a thought');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Compose' }).press('Enter');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  expect(await text.inputValue()).toBe('Half a thought');
});

/** Ticks three, opens Compose and writes, up to where it can be reviewed. */
async function composeForThree(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  await tabTo(page, /^All of /);
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
  }
  await page.getByRole('region', { name: 'Selection' }).getByText('3 appointments').waitFor();
  await tabTo(page, /^Compose$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await expect.poll(() => focused(page)).toBe('Text');
  await page.keyboard.type('We are closed. We will call you.');
  const review = page.getByRole('button', { name: 'Review', exact: true });
  await expect.poll(() => review.isEnabled(), { timeout: 10_000 }).toBe(true);
}

/** Presses Tab until what has the focus is called so, as someone without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
  }
  throw new Error(`Tab never came to ${name}, only to ${passed.join(' | ')}`);
}

/** What the element with the focus is called. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const label = labels ? element.labels?.[0]?.textContent : undefined;
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
  });
}
