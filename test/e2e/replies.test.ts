import { beforeAll, expect, test } from 'vitest';
import { replyFrom, textAll } from '../support/replies.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
const { call } = server;
// A right-to-left override, markup, and more than there is room for.
const HOSTILE = `\u202e<img src=x onerror=alert(1)> ${'really '.repeat(40)}`;

beforeAll(async () => {
  const day = new Date(server.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
  const events = ['Check-up - Ana Ruiz 212-555-0123', 'Cleaning - Ben Weiss 212-555-0124'];
  const lines = events.flatMap((title, n) => [
    ...['BEGIN:VEVENT', `UID:${n}`, `SUMMARY:${title}`],
    ...[`DTSTART:${day.replaceAll('-', '')}T1${n}0000Z`, 'END:VEVENT'],
  ]);
  const form = new FormData();
  form.set(
    'file',
    new Blob([['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n')]),
    'clinic.ics',
  );
  expect((await call('POST', '/api/calendars/import', form)).status).toBe(200);
  await textAll(server, 'Closed tomorrow', 2);
  await replyFrom(server, '+12125550123', 'Yes, I’ll be there');
  await textAll(server, 'Open after all', 2);
  await replyFrom(server, '+12125550124', HOSTILE);
});

test('what somebody wrote back stands beside them on the agenda, and whole in their panel', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  const grid = page.getByRole('grid', { name: 'Appointments' });
  const ana = grid.getByRole('row').filter({ hasText: 'Ana Ruiz' });
  await ana.getByText('replied: “Yes, I’ll be there”').waitFor();
  const ben = grid.getByRole('row').filter({ hasText: 'Ben Weiss' });
  await ben.getByText('<img src=x').waitFor();
  await lookAt(page, 'replies-on-the-agenda');
  await ana.getByRole('button', { name: 'Ana Ruiz', exact: true }).press('Enter');
  const panel = page.getByRole('dialog');
  await panel.getByText('to “Closed tomorrow”').waitFor();
  const articles = await panel.getByRole('article').allInnerTexts();
  expect(
    articles.map((text) => /Open after all|They answered|Closed tomorrow/.exec(text)?.[0]),
  ).toEqual([...['Open after all', 'They answered', 'Closed tomorrow']]);
  await lookAt(page, 'replies-in-the-panel');
});

test('a message says how many wrote back, and what each of them said', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/outbox');
  const link = page.getByRole('link', { name: /^Closed tomorrow/ });
  await link.getByText('1 replied').waitFor();
  await lookAt(page, 'replies-in-the-outbox');
  await link.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Closed tomorrow' }).waitFor();
  await page.getByText('1 replied').waitFor();
  const row = page
    .getByRole('list', { name: 'Recipients' })
    .getByRole('button', { name: /Ana Ruiz/ });
  await row.getByText('replied: “Yes, I’ll be there”').waitFor();
  await lookAt(page, 'replies-to-a-message');

  // The count narrows the list to them, and the file with it.
  const all = page.getByRole('list', { name: 'Recipients' }).getByRole('button');
  expect(await all.count()).toBe(2);
  const counts = page.getByRole('group', { name: 'Recipients by outcome' });
  await counts.getByRole('button', { name: '1 replied' }).press('Enter');
  await expect.poll(() => all.count()).toBe(1);
  await all.getByText('Ana Ruiz').waitFor();
  const file = page.getByRole('link', { name: 'Download as CSV' });
  expect(await file.getAttribute('href')).toMatch(/[?&]replied=yes/);
  await page.reload();
  await expect.poll(() => all.count()).toBe(1);
  await counts.getByRole('button', { name: 'All', exact: true }).press('Enter');
  await expect.poll(() => all.count()).toBe(2);
});
