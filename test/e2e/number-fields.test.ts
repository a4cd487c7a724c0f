import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sendingPolicy } from '../../src/contract/sending-policy.ts';
import { testServer } from '../support/test-server.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test.each([
  ['en-US', '1,234.5', 1234.5],
  ['en-DE', '1.234,5', 1234.5],
  ['en-DE', '12,5', 12.5],
])('by the habits of %s, %s is written and read back', async (locale, written, meant) => {
  const page = await openWindow(server.url, owner, { locale });
  const cap = await costsField(page);
  await cap.fill('');
  await cap.pressSequentially(written.replace(/[.,](?=\d{3})/, ''));
  expect(await cap.inputValue()).toBe(written);
  await page.getByRole('form', { name: 'Sending' }).getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. It holds for what waits already.').waitFor();
  const { json } = await server.call('GET', '/api/sending-policy');
  expect(sendingPolicy.parse(json).spendingCap).toBe(meant);
  expect(await (await costsField(page)).inputValue()).toBe(written);
});

async function costsField(page: Page) {
  await page.goto('/settings');
  return page.getByRole('textbox', { name: 'A day may cost at most' });
}
