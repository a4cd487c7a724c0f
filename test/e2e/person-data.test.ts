import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { contact } from '../../src/contract/contact.ts';
import { personExport } from '../../src/contract/person.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

const add = async (name: string, address: string) => {
  const addresses = [{ kind: 'phone', address }];
  return contact.parse((await server.call('POST', '/api/contacts', { name, addresses })).json);
};
const send = async (name: string, phone: string, later: object = {}) => {
  const body = {
    audience: { people: [{ name, phone }] },
    content: { sms: { text: 'Closed tomorrow' } },
    ...later,
  };
  const key = { 'idempotency-key': crypto.randomUUID() };
  expect((await server.call('POST', '/api/broadcasts', body, key)).status).toBe(201);
};

test('everything about somebody is downloaded; then they are erased, by keyboard and by a typed word', async () => {
  const ana = await add('Ana Ruiz', '+12125550123');
  await send('Ana Ruiz', '+12125550123', {
    sendLater: { wall: '2027-03-07T09:00', zone: 'America/New_York' },
  });
  const page = await openWindow(server.url, owner);
  await page.goto(`/contacts?contact=${ana.id}`);
  const drawer = page.getByRole('dialog', { name: 'Ana Ruiz' });
  const link = drawer.getByRole('link', { name: 'Download everything' });
  await link.waitFor();
  await lookAt(page, 'contact-data');
  const [file] = await Promise.all([page.waitForEvent('download'), link.press('Enter')]);
  expect(file.suggestedFilename()).toBe(`person-${ana.id}.json`);
  const held = personExport.parse(JSON.parse(await readFile(await file.path(), 'utf8')));
  expect([held.contact.name, held.deliveries.length]).toEqual(['Ana Ruiz', 1]);

  await drawer.getByRole('button', { name: 'Erase this person…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Erase this person for good?' });
  const word = dialog.getByRole('textbox', { name: 'Type ERASE to go on' });
  await word.waitFor();
  await lookAt(page, 'contact-erase');
  const erase = dialog.getByRole('button', { name: 'Erase for good' });
  expect(await erase.isDisabled()).toBe(true);
  await word.focus();
  await page.keyboard.type('erase');
  await page.route('**/erasure', (route) => route.abort());
  await page.keyboard.press('Enter');
  await dialog.getByText('They may have been erased all the same.', { exact: false }).waitFor();
  await lookAt(page, 'contact-erase-failed');
  await page.unroute('**/erasure');
  await word.press('Enter');
  const done = page.getByRole('dialog', { name: 'Erased' });
  await done.getByText(/1 message stays without name.*1 message had not gone out/).waitFor();
  await lookAt(page, 'contact-erased');
  await page.keyboard.press('Escape');
  await page.getByText('No contacts yet').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect((await server.call('GET', `/api/contacts/${ana.id}`)).status).toBe(404);
});

test('whoever is gone already cannot be erased again, and that is said', async () => {
  const bea = await add('Bea Ortega', '+4915123456789');
  const page = await openWindow(server.url, owner);
  await page.goto(`/contacts?contact=${bea.id}`);
  await page.getByRole('button', { name: 'Erase this person…' }).click();
  await server.call('DELETE', `/api/contacts/${bea.id}`);
  await page.getByRole('textbox', { name: 'Type ERASE to go on' }).fill('ERASE');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText('Nothing was erased. There is no such thing here.').waitFor();
});

test('a viewer downloads, and neither takes out nor erases', async () => {
  const name = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(5);
  const long = await add(name, '+447400123457');
  const page = await openWindow(server.url, await memberOf(server, 'viewer'));
  await page.goto(`/contacts?contact=${long.id}`);
  const drawer = page.getByRole('dialog', { name });
  await drawer.getByRole('link', { name: 'Download everything' }).waitFor();
  expect(await drawer.getByRole('button').count()).toBe(1);
  const desk = await openWindow(server.url, owner);
  await desk.goto(`/contacts?contact=${long.id}`);
  await desk.getByRole('button', { name: 'Erase this person…' }).click();
  await desk.getByRole('textbox', { name: 'Type ERASE to go on' }).waitFor();
  await lookAt(desk, 'contact-erase-long');
});
