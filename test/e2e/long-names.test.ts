import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { contact } from '../../src/contract/contact.ts';
import { testServer } from '../support/test-server.ts';
import { lookCloselyAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const LONG = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4);
const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

/** What is looked for, in each language. */
const words = {
  en: {
    language: 'Mexican Spanish',
    groups: 'Saved groups',
    practice: 'Practice phones and mailboxes',
  },
  es: {
    language: 'español de México',
    groups: 'Grupos guardados',
    practice: 'Teléfonos y buzones de práctica',
  },
  fr: {
    language: 'espagnol du Mexique',
    groups: 'Groupes enregistrés',
    practice: 'Téléphones et boîtes d’entraînement',
  },
} as const;
const languages = ['en', 'es', 'fr'] as const;

let id = '';
beforeAll(async () => {
  const add = async (path: string, body: object) => (await server.call('POST', path, body)).json;
  const long = await add('/api/contacts', {
    name: LONG,
    company: LONG,
    language: 'es-MX',
    notes: LONG,
    fields: { [LONG.slice(0, 90)]: LONG },
    addresses: [
      {
        kind: 'phone',
        address: '+447400123456',
        label: 'a label that is rather long for a number',
      },
      {
        kind: 'email',
        address: `${'long.'.repeat(11)}x@${'very-long-'.repeat(4)}name.example.com`,
      },
    ],
    tags: ['A tag that is longer than anybody would write it', 'Asthma', 'Monday', 'Physio', 'vip'],
  });
  id = contact.parse(long).id;
  await add('/api/contacts', {
    name: 'דנה לוי',
    company: 'מרפאה',
    addresses: [{ kind: 'phone', address: '+4915123456789', label: 'נייד' }],
    tags: ['ילדים', 'vip'],
  });
  for (const name of [LONG.slice(0, 100), 'קבוצה']) {
    await add('/api/contact-groups', { name, members: { tags: ['vip'] } });
  }
  for (const name of [LONG.slice(0, 100), 'תבנית']) {
    await add('/api/templates', { name, content: { sms: { text: LONG } } });
  }
  await add('/api/suppressions', {
    channel: 'email',
    address: `${'long.'.repeat(11)}x@${'very-long-'.repeat(4)}name.example.com`,
    note: LONG,
  });
  const smtp = { host: 'smtp.example.com', fromAddress: 'desk@clinic.example', fromName: LONG };
  await add('/api/providers', { kind: 'smtp', name: `${'sub.'.repeat(30)}example.com`, smtp });
});

test.each(languages)('contacts in %s, however long or from the right', async (language) => {
  const page = await openWindow(server.url, owner);
  await speak(page, language);
  await page.goto('/contacts');
  await page.getByText('+2', { exact: true }).waitFor();
  await lookCloselyAt(page, `long-contacts-${language}`);
  await page.goto(`/contacts?contact=${id}`);
  await page.getByRole('dialog', { name: LONG }).getByText(words[language].language).waitFor();
  await lookCloselyAt(page, `long-contact-${language}`);
  await page.goto('/contacts');
  await page.getByRole('button', { name: words[language].groups, exact: true }).click();
  await page.getByRole('dialog').getByText('קבוצה').waitFor();
  await lookCloselyAt(page, `long-groups-${language}`);
});

test.each(languages)('the settings in %s, however long', async (language) => {
  const page = await openWindow(server.url, owner);
  await speak(page, language);
  await page.goto('/settings');
  await page.getByText('תבנית').waitFor();
  const { practice } = words[language];
  // Who carries texts, emails and calls, how it is headed, and who is paid for looking numbers up.
  await expect.poll(() => page.getByText(practice).count()).toBe(5);
  await lookCloselyAt(page, `long-settings-${language}`);
});

test('an address that no page has leaves the way to all of them', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/no/such-page');
  await page.getByText('There is no such page').waitFor();
  await page.getByRole('link', { name: 'Contacts', exact: true }).press('Enter');
  await page.getByText('דנה לוי').waitFor();
});

test('an empty address book offers both ways to fill it, and what is wrong is said at its field', async () => {
  const other = await testServer({ page: true });
  const page = await openWindow(other.url, await other.signUp());
  await page.goto('/contacts');
  await page.getByText('No contacts yet').waitFor();
  expect(await page.getByRole('link', { name: 'Download as CSV' }).count()).toBe(0);
  await lookCloselyAt(page, 'contacts-empty');
  await page.getByRole('button', { name: 'Import', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Add contact', exact: true }).click();
  const form = page.getByRole('form', { name: 'Add a contact' });
  await form.getByRole('textbox', { name: 'Phone', exact: true }).fill('212');
  await form.getByRole('button', { name: 'Add contact', exact: true }).click();
  await form.getByText('Not saved: see above.').waitFor();
  await form.getByText(/is not a phone number in use/).waitFor();
  expect(await form.getByText('Something in the request').count()).toBe(0);
  await lookCloselyAt(page, 'contact-wrong');
});

async function speak(page: Page, language: string): Promise<void> {
  await page.addInitScript((code) => localStorage.setItem('headsup.language', code), language);
}
