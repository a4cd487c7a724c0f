import { expect, test } from 'vitest';
import { broadcast, broadcastList } from '../../src/contract/broadcast.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

const add = (name: string, last: number, tags: string[]) =>
  server.call('POST', '/api/contacts', {
    name,
    tags,
    addresses: [{ kind: 'phone', address: `+121255501${last}` }],
  });
await add('Ana Ruiz', 50, ['diabetes', 'pilates']);
await add('Ben Okri', 51, ['diabetes']);
await add('Cleo Adams', 52, ['pilates']);

test('contacts are found by name and tag, ticked or taken all, and frozen or worked out again', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Hello');
  await page.getByRole('button', { name: 'Choose contacts' }).press('Enter');
  const picker = page.getByRole('region', { name: 'Choose contacts' });
  await picker.getByRole('checkbox', { name: 'Cleo Adams' }).press('Space');
  await page.getByRole('button', { name: 'Remove Cleo Adams' }).waitFor();
  await page.getByText('1 person reached: 1 text').waitFor();
  await lookAt(page, 'contact-picker');
  await page.getByRole('button', { name: 'Remove Cleo Adams' }).click();

  await picker.getByRole('button', { name: 'diabetes · 2' }).press('Enter');
  await picker.getByRole('checkbox', { name: 'Cleo Adams' }).waitFor({ state: 'detached' });
  await picker.getByRole('button', { name: 'Take all 2' }).press('Enter');
  await page.getByText('2 contacts tagged diabetes', { exact: true }).waitFor();
  await page.getByText('2 people reached: 2 texts').waitFor();
  await page.getByText(/^Beside “2 contacts tagged diabetes” no single contacts/).waitFor();
  await lookAt(page, 'contact-picker-tag');
  await picker.getByRole('button', { name: 'Done' }).click();

  await page.getByText('Later', { exact: true }).click();
  await page.getByRole('radio', { name: /work it out again then/ }).check();
  await page.getByText('By what matches now; it goes to what matches when it goes out.').waitFor();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: /^Schedule: text 2 people/ }).click();
  const listed = async () =>
    broadcastList.parse((await server.call('GET', '/api/broadcasts')).json).items;
  await expect.poll(async () => (await listed()).length).toBe(1);
  const [made] = await listed();
  const one = broadcast.parse((await server.call('GET', `/api/broadcasts/${made?.id}`)).json);
  expect(one.state).toBe('scheduled');
});

test('the address book is ticked, one by one or all that match, and written to', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/contacts');
  await page.getByRole('checkbox', { name: 'Tick Ana Ruiz' }).press('Space');
  await page.getByRole('checkbox', { name: 'Tick Cleo Adams' }).press('Space');
  const bar = page.getByRole('region', { name: 'Selection' });
  await bar.getByText('2 contacts').waitFor();
  await lookAt(page, 'contacts-ticked');
  await bar.getByRole('button', { name: 'Select all 3 that match' }).press('Enter');
  await bar.getByText('All 3 contacts').waitFor();
  await page.getByRole('checkbox', { name: 'Tick Ben Okri' }).press('Space');
  await bar.getByText('2 contacts without 1 of them').waitFor();
  await bar.getByRole('button', { name: 'Compose' }).press('Enter');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Hi {{ participant.name }}');
  await page.getByText('2 people reached: 2 texts').waitFor();
  await page.getByText('Hi Ana Ruiz').waitFor();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Text 2 people' }).click();
  await page.getByText(/^Sending to 2 people/).waitFor();
});
