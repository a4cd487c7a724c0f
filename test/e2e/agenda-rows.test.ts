import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { importClinic } from './support/clinic.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
await importClinic(server.call);
await importCancelled();
const openWindow = browserForFile();

test('rows have the heights of the window that they are in, and the one on top stays there', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  const grid = page.getByRole('grid', { name: 'Appointments' });
  await grid.getByRole('checkbox').first().waitFor();
  const scrollTo = (top: number) =>
    grid.evaluate((table, top) => table.parentElement?.scrollTo({ top }), top);
  const heightOfAll = () => grid.evaluate((table) => table.getBoundingClientRect().height);
  // The end has to be known, or more lines come while it is measured.
  await scrollTo(1_000_000);
  await grid.getByText('gutter').waitFor();
  const wide = await heightOfAll();
  await page.setViewportSize({ width: phone.width ?? 390, height: 800 });
  await expect.poll(heightOfAll).toBeGreaterThan(wide + 1_000);
  const narrow = await heightOfAll();
  await scrollTo(4_000);
  await expect.poll(() => topRow(grid, 4)).not.toBe('');
  const middle = grid.getByRole('row').filter({ hasText: await topRow(grid, 4) });
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(heightOfAll).toBe(wide);
  await expect.poll(() => middle.first().isVisible()).toBe(true);
  expect(await isOnTop(middle.first())).toBe(true);
  await page.setViewportSize({ width: phone.width ?? 390, height: 800 });
  await expect.poll(heightOfAll).toBe(narrow);
});

test.each([1280, 390])(
  'at %d px neither the selection’s bar nor a heading hides the tick that one is at',
  async (width) => {
    const page = await openWindow(server.url, owner, { width, height: 700 });
    await page.goto('/');
    const grid = page.getByRole('grid', { name: 'Appointments' });
    await grid.getByRole('checkbox').first().waitFor();
    const last = grid.getByRole('checkbox').nth(await lastInView(grid));
    await last.click();
    await page.getByRole('region', { name: 'Selection' }).waitFor();
    await expect.poll(() => isOnTop(last)).toBe(true);

    const at = grid.locator(':focus');
    for (let i = 0; i < 30; i++) await page.keyboard.press('j');
    expect(await isOnTop(at)).toBe(true);
    for (let i = 0; i < 25; i++) {
      await page.keyboard.press('k');
      expect(await isOnTop(at), `${i + 1} lines up`).toBe(true);
    }
  },
);

test.each([1280, 1024, 390])('at %d px a title gives way to what is said of it', async (width) => {
  const page = await openWindow(server.url, owner, { width });
  await page.goto('/?text=gutter');
  const note = page.getByRole('grid', { name: 'Appointments' }).getByText('cancelled');
  await note.waitFor();
  await screenshot(page, `agenda-cancelled-${width}`);
  const [noteEnd, cellEnd] = await note.evaluate((it) => [
    it.getBoundingClientRect().right,
    it.closest('td')?.getBoundingClientRect().right,
  ]);
  expect(noteEnd).toBeLessThanOrEqual(cellEnd ?? 0);
});

test('on a phone a name is whole where there is room beside its signs', async () => {
  const page = await openWindow(server.url, owner, phone);
  await page.goto('/?text=Dom%C3%ADnguez');
  const name = page.getByRole('button', { name: 'Luis Ángel Domínguez', exact: true }).first();
  await name.waitFor();
  expect(await name.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
});

/** What is really to be seen and hit in the middle of it. */
function isOnTop(control: Locator): Promise<boolean> {
  return control.evaluate((it) => {
    const { left, right, top, bottom } = it.getBoundingClientRect();
    return it.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
  });
}

/** The words of a row so many below the first that is to be seen. */
function topRow(grid: Locator, below: number): Promise<string> {
  return grid.evaluate((table, below) => {
    const top = table.parentElement?.getBoundingClientRect().top ?? 0;
    const rows = [...table.querySelectorAll('tr:has([data-title])')];
    const first = rows.findIndex((row) => row.getBoundingClientRect().top > top);
    return rows[first + below]?.querySelector('[data-title]')?.textContent ?? '';
  }, below);
}

/** Which of the checkboxes is the last in view. */
function lastInView(grid: Locator): Promise<number> {
  return grid.evaluate((table) => {
    const bottom = table.parentElement?.getBoundingClientRect().bottom ?? 0;
    const boxes = [...table.querySelectorAll('input')];
    return boxes.findLastIndex((box) => box.getBoundingClientRect().bottom < bottom);
  });
}

async function importCancelled(): Promise<void> {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', 'BEGIN:VEVENT', 'UID:gutter'],
    ...['DTSTAMP:20270101T000000Z', 'DTSTART:20270308T140000Z', 'DTEND:20270308T150000Z'],
    'SUMMARY:A second look at the gutter above the door of the waiting room, and at the roof',
    ...['STATUS:CANCELLED', 'END:VEVENT', 'END:VCALENDAR', ''],
  ];
  const form = new FormData();
  form.set('file', new Blob([lines.join('\r\n')], { type: 'text/calendar' }), 'gutter.ics');
  const { status } = await server.call('POST', '/api/calendars/import', form);
  if (status >= 300) throw new Error(`the import answered ${status}`);
}
