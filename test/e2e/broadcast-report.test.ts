import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
const landline = '+12125550100';
const long = 'A Wolfeschlegelsteinhausenbergerdorff '.repeat(4).trim();
const names = [
  'ליאה פרארי',
  long,
  '=1+1',
  ...Array.from({ length: 45 }, (_, n) => `Ana Ruiz ${n}`),
];
let id = '';

beforeAll(async () => {
  const fault = { kind: 'phone', address: landline, fault: 'landline' };
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
  expect(lines[1]).toMatch(/^"ליאה פרארי".*"This number cannot take texts"/);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByText(long).waitFor();
  await lookAt(page, 'broadcast-report');
});

async function send(text: string): Promise<string> {
  const people = names.map((name, n) => ({
    name,
    phone: `+121255501${String(n).padStart(2, '0')}`,
  }));
  const { json } = await server.call(
    'POST',
    '/api/broadcasts',
    { audience: { people }, content: { sms: { text } } },
    { 'idempotency-key': text },
  );
  // The test server checks its answers against the contract.
  const made = json as { id: string };
  await waitFor(
    async () => {
      const answer = await server.call('GET', `/api/broadcasts/${made.id}`);
      // The same.
      return (answer.json as { counts: Record<string, number> }).counts;
    },
    ({ delivered, not_delivered }) => delivered === names.length - 1 && not_delivered === 1,
  );
  return made.id;
}
