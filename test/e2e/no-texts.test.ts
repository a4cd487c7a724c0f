import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { browserForFile, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('a page whose texts do not arrive says so, and is there once it is loaded again', async () => {
  const page = await openWindow(server.url, owner);
  await page.route('**/assets/first-*.js', (route) => route.abort());
  await page.goto('/');
  const notice = page.getByRole('alert');
  await notice.getByRole('heading', { name: 'Headsup could not be loaded' }).waitFor();
  await screenshot(page, 'no-texts');
  await page.unroute('**/assets/first-*.js');
  await notice.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('heading', { name: 'Appointments' }).waitFor();
  expect(await notice.count()).toBe(0);
});
