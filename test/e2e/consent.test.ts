import { expect, test } from 'vitest';
import { consentPage } from '../../src/contract/consent.ts';
import { contact } from '../../src/contract/contact.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const LONG = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(5);
const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
const { id } = contact.parse(
  (
    await server.call('POST', '/api/contacts', {
      name: 'Ana Ruiz',
      addresses: [
        { kind: 'phone', address: '+12125550123' },
        { kind: 'email', address: 'ana@example.com' },
      ],
    })
  ).json,
);
const noted = async (address: string) => {
  const query = new URLSearchParams({ address });
  return consentPage.parse((await server.call('GET', `/api/consents?${query}`)).json).items;
};

test('consent is noted by keyboard, with who, when, how and in which words', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto(`/contacts?contact=${id}`);
  const section = page.getByRole('region', { name: 'Consent' });
  await section.getByText('Nothing noted.').first().waitFor();
  await lookAt(page, 'consent-empty');
  await section.getByRole('button', { name: 'Note consent of +12125550123' }).press('Enter');
  const form = section.getByRole('form', { name: 'Consent of +12125550123' });
  await form.getByRole('button', { name: 'Note it' }).press('Enter');
  await form.getByText('what they agreed to, in the words that were shown or said').waitFor();
  await lookAt(page, 'consent-form');
  await form.getByRole('textbox', { name: 'In which words' }).fill('כן, תכתבו לי');
  await form.getByRole('textbox', { name: 'What else proves it' }).fill('Card of 3 March');
  await form.getByRole('textbox', { name: 'What else proves it' }).press('Enter');
  await section.getByText('Agreed to texts').waitFor();
  expect(await noted('+12125550123')).toMatchObject([
    {
      channel: 'sms',
      state: 'granted',
      basis: 'explicit',
      source: 'typed',
      words: 'כן, תכתבו לי',
      detail: 'Card of 3 March',
      recordedBy: 'Sam Keller',
    },
  ]);

  await section.getByRole('button', { name: 'Note consent of +12125550123' }).press('Enter');
  await form.getByRole('combobox', { name: 'What' }).selectOption('They want no more of it');
  await form.getByText('Nothing is sent there from now on').waitFor();
  await form.getByRole('textbox', { name: 'In which words' }).fill(LONG);
  await form.getByRole('button', { name: 'Note it' }).press('Enter');
  await section.getByText('Nothing is sent here: no texts').waitFor();
  await section.getByText('Want no more texts').waitFor();
  await section.getByRole('button', { name: 'What was noted before' }).press('Enter');
  await section.getByText('Card of 3 March').waitFor();
  await lookAt(page, 'consent-history', section);

  await section.getByRole('button', { name: 'Note consent of +12125550123' }).press('Enter');
  await form.getByRole('textbox', { name: 'In which words' }).fill('Yes');
  await form.getByRole('button', { name: 'Note it' }).press('Enter');
  await form.getByText('Take it off with “Allow again” below', { exact: false }).waitFor();
  await lookAt(page, 'consent-refused', section);
  await form.getByRole('button', { name: 'Cancel' }).press('Enter');
  await section.getByRole('button', { name: 'Allow again: +12125550123' }).press('Enter');
  await section.getByRole('textbox', { name: 'What they said' }).fill('She wants texts again');
  await section.getByRole('checkbox').press('Space');
  await section.getByRole('button', { name: 'Allow again', exact: true }).press('Enter');
  await section.getByText('“She wants texts again”').waitFor();
  expect((await noted('+12125550123')).map(({ state }) => state)).toEqual([
    ...['granted', 'revoked', 'granted'],
  ]);
});

test('what does not come says so, and a viewer reads without writing', async () => {
  const page = await openWindow(server.url, await memberOf(server, 'viewer'));
  await page.route('**/api/consents*', (route) => route.abort());
  await page.goto(`/contacts?contact=${id}`);
  const section = page.getByRole('region', { name: 'Consent' });
  await section.getByText('No connection to Headsup.').first().waitFor();
  await page.unroute('**/api/consents*');
  await section.getByRole('button', { name: 'Try again' }).first().click();
  await section.getByText('“She wants texts again”').waitFor();
  expect(await section.getByRole('button', { name: /^(Note|Allow)/ }).count()).toBe(0);
});
