import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
const blocked = '+12125550100';
const long = 'A Wolfeschlegelsteinhausenbergerdorff '.repeat(4).trim();
const names = [
  'ליאה פרארי',
  long,
  '=1+1',
  ...Array.from({ length: 45 }, (_, n) => `Ana Ruiz ${n}`),
];
let id = '';

beforeAll(async () => {
  const fault = { kind: 'phone', address: blocked, fault: 'blocked' };
  expect((await server.call('PUT', '/api/sandbox/faults', fault)).status).toBe(200);
  id = await send('Closed tomorrow because of snow');
});

test('the recipients that are listed are had as a file', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto(`/outbox/${id}`);
  await page.getByRole('button', { name: 'Not delivered 1', exact: true }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).press('Enter');
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`message-${id}.csv`);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/^"ליאה פרארי".*"The carrier blocked it"/);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByText(long).waitFor();
  await lookAt(page, 'broadcast-report');
});

test('outcomes over time are a plot, and by the keyboard a table that ends with the counts', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto(`/outbox/${id}`);
  await page.getByRole('img', { name: /^Outcomes of 48 messages from .*Delivered 47/ }).waitFor();
  await lookAt(page, 'broadcast-plot');
  await page.getByRole('button', { name: 'Show as table' }).press('Enter');
  const table = page.getByRole('region', { name: 'Outcomes over time' });
  expect(await table.getByRole('row').first().innerText()).toMatch(
    /Delivered\s+.*Not delivered\s+.*Waiting/,
  );
  expect(await table.getByRole('row').nth(1).innerText()).toMatch(/\b48$/);
  expect(await table.getByRole('row').last().innerText()).toMatch(/\b47\b.*\b1\b/s);
  await lookAt(page, 'broadcast-table');
});

test('the plot follows a message while it is sent, and says what is wrong', async () => {
  const slow = await start('Slowly', { undoSeconds: 60 });
  const page = await openWindow(server.url, owner);
  await page.route('**/history', (route) => route.abort());
  await page.goto(`/outbox/${slow}`);
  await page.getByRole('alert').getByText('No connection to Headsup.').waitFor();
  await page.unroute('**/history');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Nothing has gone out yet.').waitFor();
  server.clock.advance(61_000);
  await page.getByRole('img', { name: /^Outcomes of 48 messages .*Delivered 47/ }).waitFor();
});

test('a report for paper has all counts and the recipients by outcome, and nothing else', async () => {
  const page = await openWindow(server.url, owner, { theme: 'dark' });
  await page.goto(`/outbox/${id}`);
  await page.getByRole('link', { name: 'Print', exact: true }).press('Enter');
  await page.getByRole('table', { name: 'Delivered 47' }).waitFor();
  const failed = page.getByRole('table', { name: 'Not delivered 1' });
  expect(await failed.innerText()).toMatch(
    /ליאה פרארי\s+Text \+12125550100\s+The carrier blocked it/,
  );
  const counts = page.getByRole('list', { name: 'Counts by outcome' }).getByRole('listitem');
  expect(await counts.count()).toBe(8);
  await lookAt(page, 'report');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByRole('link').count()).toBe(0);
  const colors = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor];
  });
  expect(colors).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  // What decides about the margins of the paper, which no element covers.
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
    'light',
  );
  expect(await failed.innerText()).toMatch(/[A-Z][a-z]{2}, [A-Z][a-z]{2} \d+, \d+:\d\d/);
  await page.setViewportSize({ width: 690, height: 1000 });
  await screenshot(page, 'report-paper');
  const pdf = await page.pdf({ path: '.screenshots/report.pdf', format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
});

test('a report says what is wrong, and asks again', async () => {
  const page = await openWindow(server.url, owner);
  await page.route(/\/api\/.*deliveries/, (route) => route.abort());
  await page.goto(`/outbox/${id}/report`);
  await page.getByRole('alert').getByText('No connection to Headsup.').waitFor();
  expect(await page.getByRole('button', { name: 'Print' }).isDisabled()).toBe(true);
  await page.unroute(/\/api\/.*deliveries/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('table', { name: 'Delivered 47' }).waitFor();
});

test('faces turn as outcomes arrive, and are one text to a screen reader', async () => {
  const slow = await start('Faces', { undoSeconds: 60 });
  const page = await openWindow(server.url, owner);
  await page.goto('/outbox');
  // As the page keeps it after Send, so that the confirmation survives a reload.
  await page.evaluate((broadcastId) => {
    const sent = { broadcastId, title: 'Faces', people: 48, messages: 48, undoUntil: Date.now() };
    sessionStorage.setItem('headsup.just-sent', JSON.stringify({ ...sent, scheduledFor: null }));
  }, slow);
  await page.reload();
  const strip = page.getByRole('img', { name: /^Waiting: .*And 8 more\.$/ });
  await strip.waitFor();
  expect(await strip.locator('[data-outcome]').count()).toBe(40);
  server.clock.advance(61_000);
  const turned = page.getByRole('img', {
    name: /^Delivered: .*Ana Ruiz 7.*Not delivered: ליאה פרארי\. And 8 more\.$/,
  });
  await turned.waitFor();
  expect(await turned.locator('[data-outcome="delivered"]').count()).toBe(39);
  expect(await turned.locator('[data-tone="red"]').innerText()).toBe('לפ');
  // Reduced motion: the colour is there at once.
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  expect(await page.getByRole('status').filter({ has: turned }).count()).toBe(0);
  await lookAt(page, 'faces');
});

async function send(text: string): Promise<string> {
  const id = await start(text);
  await waitFor(
    async () => {
      const answer = await server.call('GET', `/api/broadcasts/${id}`);
      // The test server checks its answers against the contract.
      return (answer.json as { counts: Record<string, number> }).counts;
    },
    ({ delivered, not_delivered }) => delivered === names.length - 1 && not_delivered === 1,
  );
  return id;
}

async function start(text: string, more: object = {}): Promise<string> {
  const people = names.map((name, n) => ({
    name,
    phone: `+121255501${String(n).padStart(2, '0')}`,
  }));
  const { status, json } = await server.call(
    'POST',
    '/api/broadcasts',
    { audience: { people }, content: { sms: { text } }, ...more },
    { 'idempotency-key': `report ${text}` },
  );
  expect([status, json]).toEqual([201, expect.anything()]);
  // The same.
  return (json as { id: string }).id;
}
