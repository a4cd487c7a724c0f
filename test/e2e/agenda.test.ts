import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { clinicFile, importClinic, tickFirst } from './support/clinic.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
await importClinic(server.call);
const openWindow = browserForFile();

test('all that match are selected past what is loaded, and travel as their filter', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await tickFirst(page, 1);
  const selection = page.getByRole('region', { name: 'Selection' });
  const all = selection.getByRole('button', { name: /^Select all/ });
  const matching = Number(/\d+/.exec(await all.innerText())?.[0]);
  await all.click();
  await selection.getByText(`${matching} appointments`).waitFor();
  await page
    .getByRole('checkbox', { name: /^All of/ })
    .first()
    .uncheck();
  const planning = page.waitForRequest('**/api/plans');
  await selection.getByRole('button', { name: 'Compose' }).click();
  const { appointments } = (await planning).postDataJSON().audience;
  expect(appointments.includeIds).toBeUndefined();
  expect(appointments.excludeIds.length).toBeGreaterThan(0);
  await page
    .getByText(`${matching - appointments.excludeIds.length} appointments`)
    .last()
    .waitFor();
});

test('a filter stands in the address and survives a reload', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByLabel('People, titles, numbers').fill('ferrari');
  await page.waitForURL('**/?text=ferrari');
  await page
    .getByRole('button', { name: /Ferrari$/ })
    .first()
    .waitFor();
  await page.reload();
  expect(await page.getByLabel('People, titles, numbers').inputValue()).toBe('ferrari');
});

test('where a day has no appointments, the nearest that has some is one click away', async () => {
  const page = await openWindow(server.url, owner);
  // The clinic opens on the coming Monday.
  await page.goto('/?range=today');
  await page.getByText('No appointments on these days').waitFor();
  const next = page.getByRole('button', { name: /^Next: .*Mon, .* · \d+ appointments$/ });
  await next.waitFor();
  await lookAt(page, 'agenda-nothing-today');
  const many = /\d+ appointments/.exec(await next.innerText())?.[0] ?? '';
  await next.press('Enter');
  await page.waitForURL(/range=days&from=(\d{4}-\d\d-\d\d)&to=\1/);
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  await page.getByRole('checkbox', { name: /^All of Mon, / }).check();
  await page.getByRole('region', { name: 'Selection' }).getByText(many).waitFor();

  // After all of them it is the last one, under the other filters that are set.
  await page.goto('/?range=days&from=2999-01-01&to=2999-01-07&text=ferrari');
  await page.getByText('Nothing matches').waitFor();
  await page.getByRole('button', { name: /^Last: / }).press('Enter');
  await page.waitForURL(/text=ferrari/);
  await page
    .getByRole('button', { name: /Ferrari$/ })
    .first()
    .waitFor();
});

test('shift and a click tick all between', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await tickFirst(page, 1);
  const rows = page.getByRole('grid', { name: 'Appointments' }).locator('tbody tr');
  const ticks = rows.filter({ hasNot: page.locator('th') }).getByRole('checkbox');
  await ticks.nth(4).click({ modifiers: ['Shift'] });
  await page.getByRole('region', { name: 'Selection' }).getByText('5 appointments').waitFor();
});

test('the same file again changes nothing, and what is no calendar is refused clearly', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  const file = page.locator('input[type=file]').first();
  await file.setInputFiles(clinicFile());
  await page.getByText(/0 appointments added, 0 changed/).waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await file.setInputFiles({
    name: 'photo.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.alloc(9),
  });
  await page.getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Choose another file' }).waitFor();
});

test('a file can be dropped on the page', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  const transfer = await page.evaluateHandle((ics) => {
    const data = new DataTransfer();
    data.items.add(new File([ics], 'dropped.ics', { type: 'text/calendar' }));
    return data;
  }, clinicFile().buffer.toString());
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.getByText('Drop the calendar file to import it').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.getByRole('dialog', { name: 'Import of dropped.ics' }).getByText(/added/).waitFor();
});

test('what somebody answered is said in their panel, shown beside the name, and taken back', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?text=ferrari');
  const grid = page.getByRole('grid', { name: 'Appointments' });
  const row = grid.getByRole('row').filter({ has: page.getByRole('button', { name: /Ferrari$/ }) });
  await row
    .first()
    .getByRole('button', { name: /Ferrari$/ })
    .press('Enter');
  const answer = page.getByRole('dialog').getByRole('region', { name: 'Their answer' });
  await answer.getByText('Neither confirmed nor cancelled yet.').waitFor();
  const confirmed = answer.getByRole('button', { name: 'Confirmed', exact: true });
  await confirmed.press('Enter');
  await answer.getByText('Sam Keller said so').waitFor();
  expect(await confirmed.getAttribute('aria-pressed')).toBe('true');
  await answer.getByRole('button', { name: 'Wants another time', exact: true }).press('Enter');
  await row.first().getByText('wants another time').waitFor();
  await lookAt(page, 'answer-said');
  await page.keyboard.press('Escape');
  await lookAt(page, 'answer-on-the-agenda');
  // In a narrow column the name wins, and of the answer there is the icon.
  await page.setViewportSize({ width: 1000, height: 800 });
  await row.first().getByText('wants another time').waitFor();
  const name = row.first().getByRole('button', { name: /Ferrari$/ });
  expect(await name.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
  await screenshot(page, 'answer-in-a-narrow-column');
  await row
    .first()
    .getByRole('button', { name: /Ferrari$/ })
    .press('Enter');
  await answer.getByRole('button', { name: 'Take back', exact: true }).press('Enter');
  await answer.getByText('Neither confirmed nor cancelled yet.').waitFor();
  await row.first().getByText('wants another time').waitFor({ state: 'detached' });
});

test('the agenda is narrowed by answers, messages and calendars, which stand in the address', async () => {
  const other = new FormData();
  const [one] = [new Date(Date.now() + 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')];
  const event = [
    'BEGIN:VEVENT',
    'UID:o',
    `DTSTART:${one}T150000Z`,
    'SUMMARY:Other place',
    'END:VEVENT',
  ];
  const file = ['BEGIN:VCALENDAR', ...event, 'END:VCALENDAR'].join('\r\n');
  other.set('file', new Blob([file]), 'Other.ics');
  expect((await server.call('POST', '/api/calendars/import', other)).status).toBe(200);
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  const grid = page.getByRole('grid', { name: 'Appointments' });
  await page.getByRole('button', { name: 'Filters', exact: true }).press('Enter');
  const filters = page.getByRole('region', { name: 'Filters' });
  await filters.getByRole('button', { name: 'Only this: Other', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Filters (1)', exact: true }).waitFor();
  await grid.getByText('Other place').waitFor();
  await grid
    .getByRole('button', { name: /Ferrari$/ })
    .first()
    .waitFor({ state: 'detached' });
  await filters.getByRole('checkbox', { name: 'Other', exact: true }).focus();
  await filters.getByRole('button', { name: 'All', exact: true }).press('Enter');
  await filters.getByRole('checkbox', { name: 'Other', exact: true }).press('Space');
  await grid.getByText('Other place').waitFor({ state: 'detached' });
  await filters.getByLabel('Answers').selectOption('Somebody confirmed');
  await filters.getByLabel('Messages').selectOption('Not messaged');
  await page.waitForURL(/answer=confirmed&messaged=no/);
  await grid.getByText('confirmed').first().waitFor();
  await lookAt(page, 'agenda-filters');
  await page.reload();
  await page.getByRole('button', { name: 'Filters (3)', exact: true }).waitFor();
  await filters.getByLabel('Answers').selectOption('Somebody wants another time');
  await page.getByText('Nothing matches').waitFor();
  await filters.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await grid.getByText('Other place').waitFor();
});

test('on a phone nothing is wider than the screen', async () => {
  const page = await openWindow(server.url, owner, phone);
  for (const path of ['/', '/?compose=true', '/outbox', '/phones', '/settings']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scroll, path).toBeLessThanOrEqual(390);
  }
});
