import { expect, test } from 'vitest';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile, phone } from './support/open-desk.ts';

const NUMBER = '+447400123456';
const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
const day = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');

const add = (name: string, company: string, tags: string[] = []) =>
  server.call('POST', '/api/contacts', {
    name,
    company,
    tags,
    addresses: [{ kind: 'phone', address: NUMBER }],
  });
const bring = async (name: string, titles: readonly string[]) => {
  const events = titles.flatMap((title, n) => [
    'BEGIN:VEVENT',
    `UID:${name}-${n}`,
    `DTSTART:${day(2 + n)}T150000Z`,
    `SUMMARY:${title}`,
    'END:VEVENT',
  ]);
  const file = ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n');
  const form = new FormData();
  form.set('file', new Blob([file]), `${name}.ics`);
  expect((await server.call('POST', '/api/calendars/import', form)).status).toBe(200);
};

await add('Ana Ruiz', 'Mill');
await add('Ana Ruiz', 'Weavers', ['vip']);
await add('דנה לוי', 'מרפאה');
await bring('clinic', [
  `Visit - Ana Ruiz ${NUMBER}`,
  `Visit - Tom Ferrari ${NUMBER}`,
  'Visit - Carla Gómez +4915123456789',
]);

test('a count leads to those who may be several contacts, and a person chooses by keyboard', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  const notice = page.getByText('On 2 appointments to come it is not clear which contact');
  await notice.waitFor();
  await page.getByText('Which contact?').first().waitFor();
  await lookAt(page, 'which-contact-count');
  await page.getByRole('button', { name: 'Show them' }).press('Enter');
  await page.getByText('Only where somebody has to say').waitFor();
  const carla = page.getByRole('button', { name: 'Carla Gómez', exact: true });
  await carla.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Which contact? Ana Ruiz', exact: true }).press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Ana Ruiz' });
  const offered = drawer.getByRole('list', { name: 'Who it may be' });
  await offered.getByText('Weavers').waitFor();
  await lookAt(page, 'which-contact-ambiguous');
  await offered
    .getByRole('listitem')
    .filter({ hasText: 'Weavers' })
    .getByRole('button')
    .press('Enter');
  await drawer.getByText('(somebody said so)').waitFor();
  await lookAt(page, 'which-contact-chosen');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Which contact? Tom Ferrari' }).press('Enter');
  const tom = page.getByRole('dialog', { name: 'Tom Ferrari' });
  await tom.getByText('Which contact is this?').waitFor();
  await tom.getByRole('button', { name: 'Another contact' }).press('Enter');
  await tom.getByRole('searchbox').fill('לוי');
  await tom.getByText('Nobody else like that.').waitFor();
  await lookAt(page, 'which-contact-search');
  await tom.getByRole('button', { name: 'None of these' }).press('Enter');
  await tom.getByText('None of your contacts: somebody said so.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Nobody is left to tell apart').waitFor();
  await lookAt(page, 'which-contact-none-left');
  await page.getByRole('button', { name: 'Show all upcoming' }).press('Enter');
  await page.getByRole('button', { name: 'Tom Ferrari', exact: true }).press('Enter');
  await tom.getByRole('button', { name: 'Forget this choice' }).press('Enter');
  await tom.getByText('Which contact is this?').waitFor();
});

test('of somebody who is no contact one is chosen, and opened from there', async () => {
  const page = await openWindow(server.url, owner, phone);
  await page.goto('/?text=carla');
  await page.getByRole('button', { name: 'Carla Gómez', exact: true }).click();
  const drawer = page.getByRole('dialog', { name: 'Carla Gómez' });
  await drawer.getByText('Not among your contacts.').waitFor();
  await drawer.getByRole('button', { name: 'Choose their contact' }).click();
  await drawer.getByRole('searchbox').fill('לוי');
  await drawer.getByRole('button', { name: 'It is them דנה לוי' }).click();
  await drawer.getByRole('link', { name: 'דנה לוי' }).click();
  await page.getByRole('dialog', { name: 'דנה לוי' }).getByText('מרפאה').waitFor();
});

test('a choice that fails says so; a viewer sees who it may be and chooses nothing', async () => {
  const page = await openWindow(server.url, owner, phone);
  await page.goto('/?match=ambiguous');
  await page.route('**/api/participants/*/contact', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await page
    .getByRole('button', { name: /^Which contact/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'None of these' }).click();
  await page.getByRole('alert').getByText('No connection to Headsup.').waitFor();
  await lookAt(page, 'which-contact-failed');

  const viewer = await openWindow(server.url, await memberOf(server, 'viewer'), phone);
  await viewer.goto('/?match=ambiguous');
  await viewer
    .getByRole('button', { name: /^Which contact/ })
    .first()
    .click();
  await viewer.getByText('a colleague has to say it').waitFor();
  expect(await viewer.getByRole('dialog').getByRole('button').count()).toBe(1);
  await lookAt(viewer, 'which-contact-viewer');
});
