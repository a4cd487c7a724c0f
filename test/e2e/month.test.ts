import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { agendaPage } from '../../src/contract/appointment.ts';
import { testServer } from '../support/test-server.ts';
import { importClinic } from './support/clinic.ts';
import { lookCloselyAt } from './support/look-at.ts';
import { browserForFile, phone } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
await importClinic(server.call);
const openWindow = browserForFile();

const { json } = await server.call('GET', '/api/appointments?limit=500');
const appointments = agendaPage.parse(json).items;
/** The Monday of the example, and days after it. */
const monday = appointments[0]?.day ?? '';
const [tuesday, wednesday, friday] = [after(monday, 1), after(monday, 2), after(monday, 4)];

test('by keys: a day from the month, and all days up to a second one', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  const grid = page.getByRole('grid', { name: 'Appointments' });
  await grid.waitFor();
  const opener = page.getByRole('button', { name: 'Choose days on a calendar' });
  await opener.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Choose days' });
  await dialog.getByRole('button', { name: marked(monday) }).waitFor();
  const focused = dialog.locator('button:focus');
  await expect.poll(() => focused.getAttribute('aria-current')).toBe('date');
  const today = (await focused.getAttribute('data-day')) ?? '';
  await page.keyboard.press('PageDown');
  await expect
    .poll(async () => (await focused.getAttribute('data-day')) ?? '')
    .toMatch(nextMonth(today));
  await dialog.getByRole('button', { name: 'Today', exact: true }).press('Enter');
  await dialog.getByRole('button', { name: atLength(today) }).focus();
  await walk(page, today, monday);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/?range=days&from=${monday}&to=${monday}`);
  await dialog.getByRole('status').getByText(appointmentsOn(monday, monday)).waitFor();
  await walk(page, monday, wednesday);
  await page.keyboard.press('Space');
  await page.waitForURL(`**/?range=days&from=${monday}&to=${wednesday}`);
  await dialog.getByRole('status').getByText(appointmentsOn(monday, wednesday)).waitFor();
  expect(await pressedDays(dialog)).toEqual([monday, tuesday, wednesday]);
  await lookCloselyAt(page, 'month');
  // It was a sheet meanwhile, and is where the keys are again only a moment after it stands here.
  await dialog.locator(':focus').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await page.getByLabel('To day').inputValue()).toBe(wednesday);

  await page.reload();
  await opener.press('Enter');
  await dialog.waitFor();
  await expect.poll(() => pressedDays(dialog)).toEqual([monday, tuesday, wednesday]);
});

test('with the mouse: a day, and several by dragging in either direction', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByRole('button', { name: 'Choose days on a calendar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose days' });
  await turnTo(dialog, tuesday);
  await dialog.getByRole('button', { name: atLength(tuesday) }).click();
  await page.waitForURL(`**/?range=days&from=${tuesday}&to=${tuesday}`);
  await dialog.getByRole('button', { name: atLength(friday) }).hover();
  await page.mouse.down();
  await dialog.getByRole('button', { name: atLength(wednesday) }).hover();
  await page.mouse.up();
  await page.waitForURL(`**/?range=days&from=${wednesday}&to=${friday}`);
  await page.mouse.click(5, 5);
  await dialog.waitFor({ state: 'detached' });
});

test('only what the filters leave is marked, and a failure says so', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?text=nobody%20is%20called%20so');
  await page.route('**/api/appointments/days?*', (route) => route.abort());
  await page.getByRole('button', { name: 'Choose days on a calendar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose days' });
  await dialog.getByRole('alert').getByText('No connection to Headsup.').waitFor();
  await page.unroute('**/api/appointments/days?*');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await turnTo(dialog, monday);
  await dialog.getByRole('button', { name: `${atLength(monday)}, no appointments` }).waitFor();
});

test('on a phone it is a sheet, and a finger draws days', async () => {
  const page = await openWindow(server.url, owner, { ...phone, isTouched: true });
  await page.goto('/');
  await page.getByRole('button', { name: 'Choose days on a calendar' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Choose days' });
  await turnTo(dialog, tuesday);
  await dialog.getByRole('button', { name: atLength(tuesday) }).tap();
  await page.waitForURL(`**/?range=days&from=${tuesday}&to=${tuesday}`);
  const touch = await page.context().newCDPSession(page);
  const at = async (day: string) => {
    const button = dialog.getByRole('button', { name: atLength(day) });
    // Tried only, which waits until it stands still: the sheet may be on its way yet.
    await button.tap({ trial: true });
    const box = await button.boundingBox();
    return [{ x: (box?.x ?? 0) + 9, y: (box?.y ?? 0) + 9 }];
  };
  const touches = [
    ['touchStart', await at(wednesday)],
    ['touchMove', await at(friday)],
    ['touchEnd', []],
  ] as const;
  for (const [type, touchPoints] of touches) {
    await touch.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] });
  }
  await page.waitForURL(`**/?range=days&from=${wednesday}&to=${friday}`);
});

test.each([
  ['en-US', 'Choose days on a calendar', 'Sunday', 'Month after'],
  ['en-GB', 'Choose days on a calendar', 'Monday', 'Month after'],
  ['fr-FR', 'Choisir des jours sur un calendrier', 'lundi', 'Mois suivant'],
  ['es-ES', 'Elegir días en un calendario', 'lunes', 'Mes siguiente'],
])(
  'in %s weeks begin as they do there, and months have their names',
  async (locale, opener, first, next) => {
    const page = await openWindow(server.url, owner, { locale });
    await page.goto('/');
    await page.getByRole('button', { name: opener }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('columnheader').first().getAttribute('abbr')).toBe(first);
    const month = new Intl.DateTimeFormat(locale, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const today = (await dialog.locator('[aria-current]').getAttribute('data-day')) ?? '';
    const following = new Date(`${today.slice(0, 7)}-01T00:00Z`);
    following.setUTCMonth(following.getUTCMonth() + 1);
    await dialog.getByRole('button', { name: next }).press('Enter');
    await dialog.getByText(month.format(following), { exact: true }).waitFor();
  },
);

/** Walks by arrows from a day to a later one. */
async function walk(page: Page, from: string, to: string): Promise<void> {
  for (let day = from; day < to; day = after(day, 1)) await page.keyboard.press('ArrowRight');
}

/** Turns the page of the month where a day is not on it. */
async function turnTo(dialog: Locator, day: string): Promise<void> {
  await dialog.locator('[aria-current]').waitFor();
  if (await dialog.locator(`[data-day="${day}"]`).isVisible()) return;
  await dialog.getByRole('button', { name: 'Month after' }).click();
}

function pressedDays(dialog: Locator): Promise<(string | null)[]> {
  return dialog
    .locator('[aria-pressed=true]')
    .evaluateAll((days) => days.map((day) => day.getAttribute('data-day')));
}

function appointmentsOn(from: string, to: string): string {
  return `: ${appointments.filter(({ day }) => day >= from && day <= to).length} appointments`;
}

function marked(day: string): string {
  return `${atLength(day)}, ${appointments.filter((one) => one.day === day).length} appointments`;
}

function atLength(day: string): string {
  return new Date(`${day}T00:00Z`).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

function nextMonth(day: string): RegExp {
  const date = new Date(`${day.slice(0, 7)}-01T00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return new RegExp(`^${date.toISOString().slice(0, 7)}`);
}

function after(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
