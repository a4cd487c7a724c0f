import { describe, expect, test } from 'vitest';
import { contactPage } from '../../src/contract/contact.ts';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

const contacts = async () => contactPage.parse((await server.call('GET', '/api/contacts')).json);

describe('the address book', () => {
  test('is empty at first, and says what it is good for', async () => {
    const page = await openWindow(server.url, owner, phone);
    await page.goto('/contacts');
    await page.getByText('No contacts yet').waitFor();
    await expectAccessible(page, 'an empty address book');
    await screenshot(page, 'contacts-empty-phone');
  });

  test('a contact is added; what is wrong is said at its field, and nothing typed is lost', async () => {
    const page = await openWindow(server.url, owner);
    await page.goto('/contacts');
    await page.getByRole('button', { name: 'Add contact' }).click();
    const form = page.getByRole('form', { name: 'Add a contact' });
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Ana Ruiz');
    await form.getByRole('textbox', { name: 'Phone', exact: true }).fill('212 55');
    await form.getByRole('textbox', { name: 'Label of the phone' }).fill('mobile');
    await form.getByRole('textbox', { name: 'Email', exact: true }).fill('ana@example.com');
    await form.getByRole('combobox', { name: 'Tags' }).fill('Diabetes');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: 'Add a field of your own' }).click();
    await form.getByRole('textbox', { name: 'Name of the field' }).fill('insurance');
    await form.getByRole('textbox', { name: 'Text of insurance' }).fill('Blue Shield');
    await form.getByRole('button', { name: 'Add contact' }).click();
    const wrong = form.getByRole('textbox', { name: 'Phone', exact: true });
    await page.waitForFunction(() => document.querySelector('[aria-invalid="true"]') !== null);
    expect(await wrong.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page, 'a contact with a wrong number');
    await screenshot(page, 'contacts-wrong-number');
    expect((await contacts()).items).toEqual([]);

    await wrong.fill('(212) 555-0188');
    await form.getByRole('button', { name: 'Add contact' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /Ana Ruiz/ }).waitFor();
    expect((await contacts()).items).toMatchObject([
      {
        name: 'Ana Ruiz',
        firstName: 'Ana',
        tags: ['Diabetes'],
        fields: { insurance: 'Blue Shield' },
        addresses: [
          { kind: 'phone', address: '+12125550188', label: 'mobile' },
          { kind: 'email', address: 'ana@example.com' },
        ],
      },
    ]);
    await expectAccessible(page, 'the address book');
    await screenshot(page, 'contacts');
  });

  test('by keyboard alone, a contact is found, changed and written to', async () => {
    const page = await openWindow(server.url, owner, phone);
    await page.goto('/contacts?tag=diabetes');
    await page.getByRole('button', { name: /Ana Ruiz/ }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Ana Ruiz' });
    await drawer.getByText('Blue Shield').waitFor();
    await drawer.getByText('May be a landline or a mobile').waitFor();
    await expectAccessible(page, 'a contact');
    await screenshot(page, 'contact-phone');
    await drawer.getByRole('button', { name: 'Change' }).focus();
    await page.keyboard.press('Enter');
    await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill('Ana Ruiz Peña');
    await drawer.getByRole('textbox', { name: 'First name' }).fill('Anita');
    await page.keyboard.press('Enter');
    await drawer.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /Ana Ruiz Peña/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Message this person' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'To' }).waitFor();
    expect(new URL(page.url()).search).not.toContain('contact=');
    expect((await contacts()).items).toMatchObject([{ name: 'Ana Ruiz Peña', firstName: 'Anita' }]);
  });

  test('a contact is taken out once somebody has said yes', async () => {
    const page = await openWindow(server.url, owner);
    await page.goto('/contacts?text=555-0188');
    await page.getByRole('button', { name: /Ana Ruiz/ }).click();
    await page.getByRole('button', { name: 'Take out' }).click();
    const question = page.getByRole('dialog', { name: /Take this contact out/ });
    await question.getByRole('button', { name: 'Take out' }).click();
    await page.getByText('Nobody like that').waitFor();
    expect((await contacts()).items).toEqual([]);
  });
});
