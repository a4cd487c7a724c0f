import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appointment } from '../../src/contract/appointment.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile, phone } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
const NUMBER = '(212) 555-0123';
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('an appointment is typed in by keyboard, and nothing typed is lost on the way', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByRole('button', { name: 'Add appointment', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add appointment' });
  await dialog.getByLabel('What').waitFor();
  await page.keyboard.type('Check-up');
  await dialog.getByLabel('Day', { exact: true }).fill('2099-03-29');
  await dialog.getByLabel('From', { exact: true }).fill('02:30');
  await dialog.getByLabel('Name', { exact: true }).press('a');
  await dialog.getByLabel('Name', { exact: true }).fill('Ana Ruiz');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12');
  await dialog.getByRole('combobox', { name: 'Time zone' }).fill('Berlin');
  await page.getByRole('option', { name: 'Europe/Berlin', exact: true }).click();
  await dialog.getByLabel('What').press('Enter');
  // All that is wrong is told at once, at its field.
  await dialog.getByText(/straight past it; choose a time/).waitFor();
  await dialog.getByText(/is not a phone number in use/).waitFor();
  await lookAt(page, 'appointment-errors');

  await dialog.getByLabel('Day', { exact: true }).fill(day(2));
  await dialog.getByLabel('From', { exact: true }).fill('15:00');
  expect(await dialog.getByLabel('To', { exact: true }).inputValue()).toBe('15:30');
  await dialog.getByLabel('Phone', { exact: true }).fill(NUMBER);
  await dialog.getByRole('button', { name: 'Add another person' }).press('Enter');
  await dialog.getByLabel('Name of person 2').fill('Ben Ruiz');
  await dialog.getByLabel('Email of person 2').fill('ben@example.com');
  await dialog.getByLabel('Where').fill('Room 7');
  // The request arrives, the answer does not: the worst that a bad line can do.
  await page.route('**/api/appointments', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await dialog.getByText(/nothing is added twice/).waitFor();
  expect(await dialog.getByLabel('Phone', { exact: true }).inputValue()).toBe(NUMBER);
  await page.unroute('**/api/appointments');
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await title(page, 'Check-up').waitFor();
  await page.getByRole('button', { name: 'Ben Ruiz', exact: true }).waitFor();
  expect(await found('check-up')).toMatchObject([
    { location: 'Room 7', timeZone: 'Europe/Berlin', participants: [{ name: 'Ana Ruiz' }, {}] },
  ]);
  await lookAt(page, 'appointment-added');
});

test('it is changed, cancelled and brought back, and one sees what is scheduled about it', async () => {
  const [known] = await found('check-up');
  const made = await server.call(
    'POST',
    '/api/broadcasts',
    {
      audience: { appointments: { includeIds: [known?.id] } },
      content: { sms: { text: 'See you in {{ event.location }}.' } },
      sendLater: { wall: `${day(1)}T09:00`, zone: 'America/New_York' },
    },
    { 'idempotency-key': crypto.randomUUID() },
  );
  expect(made.status).toBe(201);
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await title(page, 'Check-up').press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Change appointment' });
  await dialog.getByText('1 message about it is scheduled', { exact: false }).waitFor();
  await lookAt(page, 'appointment-change');
  await dialog.getByRole('button', { name: 'Take Ana Ruiz off' }).press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await dialog.getByText(/still to go out to Ana Ruiz/).waitFor();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().press('Enter');
  await dialog.waitFor({ state: 'detached' });

  await title(page, 'Check-up').press('Enter');
  await dialog.getByRole('button', { name: 'Begin afresh' }).press('Enter');
  await dialog.getByLabel('What').fill('Longer check-up');
  await dialog.getByLabel('To', { exact: true }).fill('16:15');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });

  await title(page, 'Longer check-up').press('Enter');
  await dialog.getByRole('button', { name: 'Cancel appointment' }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Cancel this appointment?' });
  await question.getByText(/See you in/).waitFor();
  await lookAt(page, 'appointment-cancel');
  // Escape answers the question alone.
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Cancel appointment' }).press('Enter');
  await question.getByRole('button', { name: 'Cancel appointment' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('cancelled').waitFor();

  await title(page, 'Longer check-up').press('Enter');
  await dialog.getByRole('button', { name: 'Bring back' }).press('Enter');
  const back = page.getByRole('dialog', { name: 'Bring this appointment back?' });
  await back.getByText('So that will go out after all.').waitFor();
  await back.getByRole('button', { name: 'Bring back' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('cancelled').waitFor({ state: 'detached' });
  expect(await found('longer')).toMatchObject([{ status: 'confirmed' }]);
});

test('on a phone it fills the screen; one without messages can be removed', async () => {
  const page = await openWindow(server.url, owner, phone);
  await page.goto('/');
  await page.getByRole('button', { name: 'Add appointment', exact: true }).click();
  const adding = page.getByRole('dialog', { name: 'Add appointment' });
  await adding.getByLabel('What').fill('Inventory');
  await adding.getByLabel('All day').check();
  expect(await adding.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await adding.waitFor({ state: 'detached' });
  await title(page, 'Inventory').click();
  const dialog = page.getByRole('dialog', { name: 'Change appointment' });
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Remove this appointment?' });
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await title(page, 'Inventory').waitFor({ state: 'detached' });
});

test('of one that a calendar brought it is said where it is changed; a viewer changes none', async () => {
  const lines = ['UID:v', `DTSTART:${day(3).replaceAll('-', '')}T150000Z`, 'SUMMARY:Visit of Tom'];
  const event = ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
  const file = ['BEGIN:VCALENDAR', ...event, 'END:VCALENDAR', ''].join('\r\n');
  const form = new FormData();
  form.set('file', new Blob([file]), 'clinic.ics');
  expect((await server.call('POST', '/api/calendars/import', form)).status).toBe(200);
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await title(page, 'Visit of Tom').press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Visit of Tom' });
  await dialog.getByText(/It comes from the calendar “clinic”/).waitFor();
  await lookAt(page, 'appointment-from-calendar');
  await dialog.getByRole('button', { name: 'Cancel appointment' }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Cancel this appointment?' });
  await question.getByText('Nothing is scheduled about it.').waitFor();
  await question.getByRole('button', { name: 'Cancel appointment' }).press('Enter');
  await page.getByText('cancelled').waitFor();

  const looking = await openWindow(server.url, await memberOf(server, 'viewer'));
  await looking.goto('/');
  await looking.getByText('Visit of Tom').waitFor();
  expect(await title(looking, 'Visit of Tom').count()).toBe(0);
  expect(await looking.getByRole('button', { name: 'Add appointment' }).count()).toBe(0);
});

test('what was typed is there again where the form was closed, even after a lost answer', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  const dialog = page.getByRole('dialog', { name: 'Add appointment' });
  const open = () => page.getByRole('button', { name: 'Add appointment', exact: true }).click();
  await open();
  await dialog.getByLabel('What').fill('Kept through Escape');
  await page.route('**/api/appointments', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText(/nothing is added twice/).waitFor();
  await page.unroute('**/api/appointments');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await open();
  await dialog.getByText('What you typed before is here again; it is not saved yet.').waitFor();
  await lookAt(page, 'appointment-found-again');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await found('kept through')).toHaveLength(1);

  await open();
  expect(await dialog.getByLabel('What').inputValue()).toBe('');
  await dialog.getByLabel('What').fill('Thrown away');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await open();
  await dialog.getByRole('button', { name: 'Begin afresh' }).click();
  expect(await dialog.getByLabel('What').inputValue()).toBe('');
});

function title(page: Page, name: string) {
  return page.getByRole('grid').getByRole('button', { name, exact: true });
}

async function found(text: string) {
  const { json } = await server.call('GET', `/api/appointments?text=${text}`);
  return appointment.array().parse((json as { items: unknown }).items);
}
