import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { importClinic } from './support/clinic.ts';
import { browserForFile } from './support/open-desk.ts';

/** Bytes of gzipped JavaScript that the first page may cost. */
const BUDGET = 215 * 1_024;

const server = await testServer({ page: true });
const owner = await server.signUp();
await importClinic(server.call);
const openWindow = browserForFile();

test('the first page is light, and Compose comes when it is asked for', async () => {
  const page = await openWindow(server.url, owner);
  // Its idle time never comes, when it would load what it may need next.
  await page.addInitScript('window.requestIdleCallback = () => 0');
  const loaded: Promise<{ url: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return;
    const sized = response
      .body()
      .then((body) => ({ url: response.url(), bytes: gzipSync(body).byteLength }));
    loaded.push(sized);
  });
  await page.goto('/');
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  const first = await Promise.all(loaded);
  expect(first.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(BUDGET);
  expect(first.filter(({ url }) => url.includes('compose-dialog'))).toEqual([]);

  await page.getByRole('button', { name: 'Compose' }).click();
  await page.getByRole('dialog').waitFor();
  expect((await Promise.all(loaded)).some(({ url }) => url.includes('compose-dialog'))).toBe(true);
});

test('Compose is loaded while nobody waits for it', async () => {
  const page = await openWindow(server.url, owner);
  const loaded = page.waitForResponse((response) => response.url().includes('compose-dialog'));
  await page.goto('/');
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  await loaded;
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a page whose call fails says so, and can be tried again', async () => {
  const page = await openWindow(server.url, owner);
  await page.route('**/api/appointments*', (route) => route.abort());
  await page.goto('/');
  await page.getByRole('alert').getByText('No connection to Headsup.').waitFor();
  await page.unroute('**/api/appointments*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
});
