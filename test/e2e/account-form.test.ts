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
  await form.getByRole('textbox', { name: 'Language' }).fill('Klingon, please');
  await form.getByRole('textbox', { name: 'Address', exact: true }).fill('רחוב הרצל 1, תל אביב');
  await form.getByRole('textbox', { name: 'Address', exact: true }).press('Enter');
  await form.getByText('Not saved: see above.').waitFor();
  await lookAt(page, 'account-form-wrong', form.getByRole('textbox', { name: 'Website' }));
  await form.getByRole('textbox', { name: 'Language' }).fill('es');
  await form.getByRole('textbox', { name: 'Language' }).press('Enter');
  await form.getByText('Saved. Messages made before say what they said.').waitFor();
  await lookAt(page, 'account-form-saved', form.getByRole('textbox', { name: 'Website' }));
  const { json } = await server.call('GET', '/api/account');
  expect(accountProfile.parse(json)).toMatchObject({
    language: 'es',
    address: 'רחוב הרצל 1, תל אביב',
  });
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
