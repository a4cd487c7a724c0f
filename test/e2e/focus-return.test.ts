import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { contact } from '../../src/contract/contact.ts';
import { testServer } from '../support/test-server.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

let ana = '';
beforeAll(async () => {
  const add = (path: string, body: object) => server.call('POST', path, body);
  const phone = { kind: 'phone', address: '+447400123456' };
  const { json } = await add('/api/contacts', { name: 'Ana Ruiz', addresses: [phone] });
  ana = contact.parse(json).id;
  await add('/api/contact-groups', {
    name: 'Regulars',
    members: { contacts: { includeIds: [ana] } },
  });
  await add('/api/templates', { name: 'Snow', content: { sms: { text: 'Closed.' } } });
  await add('/api/suppressions', {
    channel: 'sms',
    address: phone.address,
    reason: 'unsubscribed',
  });
});

/** Where something opens, by which button, and the button that closes it; null: Escape does. */
const opened: readonly [path: string, button: string, closes: string | null][] = [
  ['/', 'Compose', null],
  ['/contacts', 'Import', null],
  ['/contacts', 'Add contact', 'Cancel'],
  ['/contacts', 'Saved groups', null],
  ['/contacts', 'Likely duplicates', null],
  ['/contacts?contact=ANA', 'Merge…', null],
  ['/contacts?contact=ANA', 'Take out', null],
  ['/contacts?contact=ANA', 'Erase this person…', null],
  ['/contacts?contact=ANA', 'Note consent of +447400123456', 'Cancel'],
  ['/contacts?contact=ANA', 'Allow again: +447400123456', 'Keep on the list'],
  ['/settings', 'Connect a mail server', 'Cancel'],
  ['/settings', 'Import a list', null],
  ['/settings', 'Rename Snow', 'Cancel'],
  ['/settings', 'Delete Snow', null],
];

test.each(opened)('on %s the focus comes back to “%s”', async (path, name, closes) => {
  const page = await openWindow(server.url, owner);
  await page.goto(path.replace('ANA', ana));
  await comesBack(page, name, closes);
});

test('it comes back to a group in a dialog, and to the contact that was looked at', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Saved groups' }).press('Enter');
  await comesBack(page, 'Rename Regulars', 'Cancel');
  await comesBack(page, 'Delete Regulars', null);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const row = page.getByRole('button', { name: /^Ana Ruiz/ });
  await row.press('Enter');
  await page
    .getByRole('dialog', { name: 'Ana Ruiz' })
    .getByText('Consent', { exact: true })
    .waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => row.evaluate((one) => one === document.activeElement)).toBe(true);
});

/** Opens something by its button, is led into it, closes it by keys, and is on the button again. */
async function comesBack(page: Page, name: string, closes: string | null): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).first();
  await button.press('Enter');
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: now } = document;
      return now === document.body ? null : (now?.getAttribute('aria-label') ?? now?.textContent);
    });
  await expect.poll(async () => ![null, name].includes((await focused()) ?? null)).toBe(true);
  if (closes === null) await page.keyboard.press('Escape');
  else await page.getByRole('button', { name: closes, exact: true }).press('Enter');
  await expect.poll(focused).toBe(name);
}
