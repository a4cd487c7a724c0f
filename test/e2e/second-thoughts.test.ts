import { expect, test } from 'vitest';
import { broadcastList } from '../../src/contract/broadcast.ts';
import { endQuietHours } from '../support/sign-up.ts';
import { testServer } from '../support/test-server.ts';
import { importClinic, tickFirst } from './support/clinic.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
await endQuietHours(server.call);
await importClinic(server.call);
const openWindow = browserForFile();

test('what was taken back stays so through a reload, and is written on', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByRole('button', { name: 'Compose' }).click();
  await page.getByRole('combobox', { name: 'To', exact: true }).fill('Ana, (212) 555-0123');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('We are closed.');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Text 1 person' }).click();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('Taken back. Nothing was sent.').waitFor();
  await page.reload();
  await page.getByText('Taken back. Nothing was sent.').waitFor();
  expect(await page.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Continue writing' }).click();
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  expect(await text.inputValue()).toBe('We are closed.');
});

test('who ticks with an unfinished message to others is asked whom it is for', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByRole('button', { name: 'Compose' }).click();
  const to = page.getByRole('combobox', { name: 'To', exact: true });
  await to.fill('ben@example.com');
  await page.keyboard.press('Enter');
  // Only email reaches them, so that is what it is.
  await page.getByRole('textbox', { name: 'Subject' }).fill('About your bill');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await tickFirst(page, 2);
  await page.getByRole('button', { name: 'Compose' }).first().click();
  await page.getByText('You had begun a message to others', { exact: false }).waitFor();
  await lookAt(page, 'compose-mixed');
  await page.getByRole('button', { name: 'Only for the ticked' }).click();
  await page.getByRole('button', { name: 'Remove ben@example.com' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('textbox', { name: 'Subject' }).inputValue()).toBe('About your bill');
});

test('a text that is too long is kept whole, and it is said by how much', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByRole('button', { name: 'Compose' }).click();
  await page.getByRole('combobox', { name: 'To', exact: true }).fill('Ana, (212) 555-0123');
  await page.keyboard.press('Enter');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('x'.repeat(3_000));
  await page.getByText('1,400 characters too many').waitFor();
  expect((await text.inputValue()).length).toBe(3_000);
  await expect.poll(() => page.getByRole('button', { name: 'Review' }).isDisabled()).toBe(true);
});

test('the bar says at the end that all were delivered, by the one line that the page follows too', async () => {
  const page = await openWindow(server.url, owner);
  await page.clock.install();
  await page.goto('/');
  await page.getByRole('button', { name: 'Compose' }).click();
  await page.getByRole('combobox', { name: 'To', exact: true }).fill('Ana, (212) 555-0124');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('All is well.');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Text 1 person' }).click();
  await page.getByText('Sending to 1 person').waitFor();
  const { json } = await server.call('GET', '/api/broadcasts?text=All');
  const [id] = broadcastList.parse(json).items.map((item) => item.id);
  const lines: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/events')) lines.push(request.url());
  });
  const opened = page.waitForRequest(/\/events$/);
  await page.goto(`/outbox/${id}`);
  await opened;
  await page.getByRole('button', { name: /^Undo/ }).waitFor();
  await page.clock.fastForward(11_000);
  server.clock.advance(11_000);
  const bar = page.getByRole('status').filter({ hasText: 'The message was delivered.' });
  await bar.waitFor();
  expect(lines).toHaveLength(1);
  await lookAt(page, 'all-delivered');
  // Nothing more is to be told: another time the page is opened without it.
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('Sent ', { exact: false }).first().waitFor();
  expect(await bar.count()).toBe(0);
});

test('a draft that waits is announced and opened as it was left; thrown away, it leaves the ticks', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  const waiting = page.getByRole('region', { name: 'Draft' });
  await tickFirst(page, 3);
  await page.getByRole('button', { name: 'Compose' }).first().click();
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  // Ticks alone are no draft.
  await text.waitFor();
  expect(await page.getByRole('button', { name: 'Discard' }).count()).toBe(0);
  await text.fill('Dear parents,\nwe are closed.');
  await page.keyboard.press('Escape');
  await waiting.getByText('Draft: “Dear parents, we are closed.”, for 3 appointments').waitFor();
  await lookAt(page, 'draft-waits');
  for (const elsewhere of ['Outbox', 'Contacts']) {
    await page.getByRole('link', { name: elsewhere, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: elsewhere }).waitFor();
    await waiting.getByText('Draft: “Dear parents').waitFor();
    await lookAt(page, `draft-waits-${elsewhere.toLowerCase()}`);
  }

  await page.goto('/');
  await waiting.getByRole('button', { name: 'Continue writing' }).click();
  const dialog = page.getByRole('dialog', { name: 'New message' });
  await dialog.getByText('3 appointments', { exact: true }).waitFor();
  expect(await text.inputValue()).toBe('Dear parents,\nwe are closed.');
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await dialog.getByText('Draft thrown away').waitFor();
  expect(await text.inputValue()).toBe('');
  await dialog.getByText('3 appointments', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Bring it back' }).click();
  expect(await text.inputValue()).toBe('Dear parents,\nwe are closed.');
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await waiting.count()).toBe(0);
});
