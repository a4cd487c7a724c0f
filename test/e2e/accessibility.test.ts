import type { Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { importClinic, tickFirst } from './support/clinic.ts';
import { browserForFile, phone, screenshot, type View } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
await importClinic(server.call);
const broadcastId = await sendOne();
const openWindow = browserForFile();

const views: { name: string; view: View }[] = [
  { name: 'desk-light', view: { theme: 'light' } },
  { name: 'desk-dark', view: { theme: 'dark' } },
  { name: 'phone-light', view: { ...phone, theme: 'light' } },
  { name: 'phone-dark', view: { ...phone, theme: 'dark' } },
];

/** Each page, and how one knows that it is there. */
const pages: { name: string; open: (page: Page) => Promise<void> }[] = [
  {
    name: 'agenda',
    open: async (page) => {
      await page.goto('/');
      await tickFirst(page, 2);
    },
  },
  {
    name: 'person',
    open: async (page) => {
      await page.goto('/');
      await page
        .getByRole('button', { name: /^Messages with/ })
        .first()
        .click();
      await page.getByRole('dialog').getByText('Message this person').waitFor();
    },
  },
  {
    name: 'compose',
    open: async (page) => {
      await page.goto('/?compose=true');
      await page.getByRole('combobox', { name: 'To' }).fill('(212) 555-0123');
      await page.keyboard.press('Enter');
      await page.getByRole('checkbox', { name: 'Email' }).check();
      await page.getByText('Later', { exact: true }).click();
      await page.getByText(/reached/).waitFor();
    },
  },
  {
    name: 'outbox',
    open: async (page) => {
      await page.goto('/outbox');
      await page.getByText('Sent ', { exact: false }).first().waitFor();
    },
  },
  {
    name: 'broadcast',
    open: async (page) => {
      await page.goto(`/outbox/${broadcastId}`);
      await page.getByRole('list', { name: 'Recipients' }).getByRole('button').first().click();
      await page
        .getByText(/Report:/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'phones',
    open: async (page) => {
      await page.goto('/phones');
      await page.getByRole('log').first().waitFor();
    },
  },
  {
    name: 'settings',
    open: async (page) => {
      await page.goto('/settings');
      await page.getByRole('button', { name: 'Connect a mail server' }).click();
      await page.getByLabel('From address').waitFor();
    },
  },
];

describe.each(views)('$name', ({ name: viewName, view }) => {
  test.each(pages)('$name has nothing for axe to complain of', async ({ name, open }) => {
    const page = await openWindow(server.url, owner, view);
    await open(page);
    await screenshot(page, `${name}-${viewName}`);
    await expectAccessible(page, name);
  });

  test('the sign-in has nothing for axe to complain of', async () => {
    const page = await openWindow(server.url, null, view);
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await screenshot(page, `sign-in-${viewName}`);
    await expectAccessible(page, 'sign-in');
  });
});

async function sendOne(): Promise<string> {
  const { json } = await server.call(
    'POST',
    '/api/broadcasts',
    {
      audience: { people: [{ name: 'Ana Ruiz', phone: '+12125550123' }] },
      content: { sms: { text: 'Hello' } },
    },
    { 'idempotency-key': 'accessibility' },
  );
  // The test server checks its answers against the contract.
  return (json as { id: string }).id;
}
