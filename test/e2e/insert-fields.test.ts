import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

async function compose(to = 'Ana Ruiz +1 212 555 0123') {
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  await page.getByRole('combobox', { name: 'To' }).fill(to);
  await page.keyboard.press('Enter');
  return page;
}

test('two braces offer the fields, by keyboard alone', async () => {
  const page = await compose();
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  const list = page.getByRole('listbox', { name: 'Fields' });
  await text.focus();
  await page.keyboard.type('Hello {{');
  await list.waitFor();
  await page
    .getByRole('status')
    .getByText(/\d+ fields: arrow keys choose one/)
    .waitFor();
  await lookAt(page, 'compose-braces');
  await page.keyboard.type(' fir');
  const active = list.getByRole('option', { selected: true });
  await active.getByText('participant.first_name').waitFor();
  expect(await text.getAttribute('aria-activedescendant')).toBe(await active.getAttribute('id'));
  await page.keyboard.press('ArrowDown');
  await active.getByText('user.first_name').waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(() => text.inputValue()).toBe('Hello {{ participant.first_name }}');
  await list.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Preview' }).getByText('Hello Ana').waitFor();

  // Where there is no list, keys are what they always are.
  await page.keyboard.press('Enter');
  await page.keyboard.type('{{ nothing like it');
  await page.keyboard.press('Enter');
  await page.keyboard.type('{{ l');
  await list.waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await page.getByRole('dialog').getByText('New message').waitFor();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => text.inputValue())
    .toBe('Hello {{ participant.first_name }}\n{{ nothing like it\n{{ l\n');
});

test('in a subject and in a formatted email too, and what was begun is completed', async () => {
  const page = await compose();
  await page.getByRole('checkbox', { name: 'Email' }).check();
  const subject = page.getByRole('textbox', { name: 'Subject' });
  await subject.fill('For {{ par }}');
  await subject.focus();
  await page.keyboard.press('End');
  for (const _ of ' }}') await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('ticipant.l');
  await page.getByRole('listbox', { name: 'Fields' }).waitFor();
  await page.keyboard.press('Tab');
  await expect.poll(() => subject.inputValue()).toBe('For {{ participant.last_name }}');

  await page.getByRole('button', { name: 'Format the email' }).click();
  const editor = page.getByRole('textbox', { name: 'Email', exact: true });
  await editor.click();
  await page.keyboard.type('Dear {{ fir');
  const list = page.getByRole('listbox', { name: 'Fields' });
  await list.getByRole('option', { selected: true }).getByText('First name').waitFor();
  await lookAt(page, 'rich-braces', list);
  await page.keyboard.press('Enter');
  await editor.getByText('Dear {{ participant.first_name }}').waitFor();
  await page.keyboard.type(', {{ last');
  await list.getByRole('option', { name: /Last name/ }).click();
  await editor
    .getByText('Dear {{ participant.first_name }}, {{ participant.last_name }}')
    .waitFor();
  await page.keyboard.type('{{');
  await list.waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await page.getByRole('dialog').getByText('New message').waitFor();
});

test('the menu puts a field where the cursor is, by keyboard alone', async () => {
  const page = await compose('Björn Åberg +1 212 555 0124');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('Hello , bye');
  for (const _ of ', bye') await page.keyboard.press('ArrowLeft');
  const menu = page.getByRole('button', { name: 'Insert field into Text' });
  await page.keyboard.press('Tab');
  await expect.poll(() => menu.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  const first = page.getByRole('menuitem', { name: /First name/ }).first();
  await first.waitFor();
  // What it says of who gets this, not of somebody who is made up.
  await page.getByRole('menu').getByText('Person: Björn Åberg').waitFor();
  await first.getByText('Björn', { exact: true }).waitFor();
  await lookAt(page, 'compose-insert-field');
  // Where the fields came after the menu, no item has the focus yet.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await expect.poll(() => first.evaluate((item) => item === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => text.inputValue()).toBe('Hello {{ participant.first_name }}, bye');
  await expect.poll(() => text.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('!');
  expect(await text.inputValue()).toBe('Hello {{ participant.first_name }}!, bye');
});
