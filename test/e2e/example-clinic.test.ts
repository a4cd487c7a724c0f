import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('a newcomer brings the example clinic in by one click, and takes it away again', async () => {
  const small = await openWindow(server.url, owner, phone);
  await small.goto('/');
  await small.getByRole('button', { name: 'Try with an example clinic' }).waitFor();
  await expectAccessible(small, 'the offer of an example');
  await screenshot(small, 'example-offer-phone');

  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await screenshot(page, 'example-offer');
  await page.getByRole('button', { name: 'Try with an example clinic' }).click();
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  await screenshot(page, 'example-agenda');

  await page.goto('/settings');
  await page.getByRole('button', { name: 'Take the example clinic away' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take the example clinic away?' });
  await dialog.waitFor();
  await expectAccessible(page, 'the question before it goes');
  await screenshot(page, 'example-removal');
  await dialog.getByRole('button', { name: 'Take it away' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('No calendar yet.').waitFor();
  expect((await server.call('GET', '/api/calendars')).json).toEqual({ items: [] });
});
