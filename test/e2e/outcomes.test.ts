import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { browserForFile, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('who was not reached is said with its reason, and the fault is set at the phone', async () => {
  await send('first', ['+12125550111', '+12125550112']);
  const page = await openWindow(server.url, owner);
  await page.goto('/phones');
  const saved = page.waitForResponse('**/api/sandbox/faults');
  await page
    .getByLabel('What goes wrong at +12125550112')
    .selectOption({ label: 'A landline: takes no texts' });
  await saved;

  const id = await send('second', ['+12125550111', '+12125550112']);
  await page.goto(`/outbox/${id}`);
  await page.getByRole('button', { name: 'Not delivered 1', exact: true }).click();
  const failed = page.getByRole('list', { name: 'Recipients' }).getByRole('button');
  await expect.poll(() => failed.count()).toBe(1);
  await failed.first().click();
  await page.getByText(/Call, or ask for a mobile number/).waitFor();
  await screenshot(page, 'not-delivered');
});

test('what opens at the foot of the list is scrolled to', async () => {
  const phones = Array.from({ length: 25 }, (_, i) => `+12125550${130 + i}`);
  const id = await send('to many', phones);
  const page = await openWindow(server.url, owner);
  await page.goto(`/outbox/${id}`);
  const list = page.getByRole('list', { name: 'Recipients' });
  await list.getByRole('button', { name: /Ana 37/ }).click();
  const row = list.getByRole('listitem').filter({ hasText: 'Ana 37' }).first();
  await row.getByText(/taken by the carrier/).waitFor();
  await expect
    .poll(() =>
      row.evaluate(
        (item) =>
          item.getBoundingClientRect().bottom <=
          (item.closest('ul')?.parentElement?.getBoundingClientRect().bottom ?? 0) + 1,
      ),
    )
    .toBe(true);
});

test('a message is paused, resumed and taken back from its page', async () => {
  const id = await send('held', ['+12125550113', '+12125550114'], { undoSeconds: 60 });
  const page = await openWindow(server.url, owner);
  await page.goto(`/outbox/${id}`);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.getByRole('button', { name: 'Take back', exact: true }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  // At once, not when the page asks by itself, every 15 seconds.
  const outcomes = page.getByRole('group', { name: 'Recipients by outcome' });
  await outcomes
    .getByRole('button', { name: 'Taken back 2', exact: true })
    .waitFor({ timeout: 8_000 });
  expect(await outcomes.getByRole('button', { name: /^Waiting/ }).count()).toBe(0);
  await page.goto('/phones?text=0113');
  await page.getByText('No phone or mailbox like that').waitFor();
});

test('what was sent to nobody on a calendar is in the folder Other', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/outbox');
  await page.getByText('Other', { exact: true }).click();
  await page.waitForURL('**/outbox?folder=other');
  await page.getByRole('link', { name: /second/ }).waitFor();
  await page.getByText('Appointments', { exact: true }).last().click();
  await page.getByText('No message like that').waitFor();
});

async function send(text: string, phones: string[], more = {}): Promise<string> {
  const { json } = await server.call(
    'POST',
    '/api/broadcasts',
    {
      audience: { people: phones.map((phone) => ({ name: `Ana ${phone.slice(-2)}`, phone })) },
      content: { sms: { text } },
      ...more,
    },
    { 'idempotency-key': `outcomes-${text}` },
  );
  // The test server checks its answers against the contract.
  const { id } = json as { id: string };
  if (!('undoSeconds' in more)) await settled(id);
  return id;
}

async function settled(id: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { json } = await server.call('GET', `/api/broadcasts/${id}`);
        // The same.
        const { counts, total } = json as { counts: Record<string, number>; total: number };
        return (counts.delivered ?? 0) + (counts.not_delivered ?? 0) - total;
      },
      { timeout: 20_000 },
    )
    .toBe(0);
}
