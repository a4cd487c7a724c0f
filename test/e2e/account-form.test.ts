import { expect, test } from 'vitest';
import { accountProfile } from '../../src/contract/account.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('what the business tells of itself is written by keyboard; what is wrong is said at its field', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/settings');
  const section = page.getByRole('region', { name: 'Account' });
  const form = section.getByRole('form', { name: 'Account' });
  await form.getByRole('textbox', { name: 'Business' }).waitFor();
  await lookAt(page, 'account-form', section);
  await form.getByRole('textbox', { name: 'Language of messages' }).fill('Klingon, please');
  await form.getByRole('textbox', { name: 'Address', exact: true }).fill('רחוב הרצל 1, תל אביב');
  await form.getByRole('textbox', { name: 'Address', exact: true }).press('Enter');
  await form.getByText('Not saved: see above.').waitFor();
  await lookAt(page, 'account-form-wrong', form.getByRole('textbox', { name: 'Website' }));
  await form.getByRole('textbox', { name: 'Language of messages' }).fill('es');
  await form.getByRole('textbox', { name: 'Language of messages' }).press('Enter');
  await form.getByText('Saved. Messages made before say what they said.').waitFor();
  await lookAt(page, 'account-form-saved', form.getByRole('textbox', { name: 'Website' }));
  const { json } = await server.call('GET', '/api/account');
  expect(accountProfile.parse(json)).toMatchObject({
    language: 'es',
    address: 'רחוב הרצל 1, תל אביב',
  });
});

test('country and time zone are changed, with a remark where they do not go together', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/settings');
  const form = page.getByRole('form', { name: 'Country and time zone' });
  const choose = async (label: string, choice: string) => {
    await form.getByRole('combobox', { name: label }).click();
    await form.getByRole('combobox', { name: label }).fill(choice);
    await page.getByRole('option', { name: choice, exact: true }).filter({ visible: true }).click();
  };
  await choose('Country', 'Germany');
  await form.getByText('no clock in this country (Germany) goes by America/New York').waitFor();
  await lookAt(page, 'place-form', page.getByRole('region', { name: 'Country and time zone' }));
  await choose('Time zone', 'Europe/Berlin');
  await form.getByText('Check the two').waitFor({ state: 'detached' });
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await form.getByText('Saved. What is scheduled').waitFor();
  const { json } = await server.call('GET', '/api/account/place');
  expect(json).toEqual({ country: 'DE', timeZone: 'Europe/Berlin' });
  await page.reload();
  expect(await form.getByRole('combobox', { name: 'Country' }).inputValue()).toBe('Germany');
});

test('a viewer reads it and changes nothing', async () => {
  const page = await openWindow(server.url, await memberOf(server, 'viewer'));
  await page.goto('/settings');
  const form = page.getByRole('form', { name: 'Account' });
  expect(await form.getByRole('textbox', { name: 'Business' }).isDisabled()).toBe(true);
  expect(await form.getByRole('button', { name: 'Save' }).count()).toBe(0);
  await form.getByText('Only an owner changes this.').waitFor();
  await lookAt(page, 'account-form-viewer', page.getByRole('region', { name: 'Account' }));
});
