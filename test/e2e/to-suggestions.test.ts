import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile, phone } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

const add = (name: string, phoneNumber: string, more: object = {}) =>
  server.call('POST', '/api/contacts', {
    name,
    addresses: [{ kind: 'phone', address: phoneNumber }],
    ...more,
  });
await add('Ana Ruiz', '+12125550150', { tags: ['Analysis'], company: 'Acme' });
await add('Ana Ruiz', '+12125550151');
await add('Mariana Wu', '+12125550152', { tags: ['Analysis'] });
await add('Tom Wu', '+12125550153');

const compose = async (page: Page) => {
  await page.goto('/?compose=true');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Hello');
  return page.getByRole('combobox', { name: 'To', exact: true });
};
const options = (page: Page) =>
  page.getByRole('listbox', { name: 'Suggestions for To' }).getByRole('option');

test('who is typed into To is offered from the address book, and chosen with the keys alone', async () => {
  const page = await openWindow(server.url, owner);
  const to = await compose(page);
  await to.pressSequentially('ana');
  await expect
    .poll(() => options(page).allTextContents())
    .toEqual([
      'Ana RuizAcme · +12125550150',
      'Ana Ruiz+12125550151',
      'Mariana Wu+12125550152',
      'Everyone tagged Analysis2 contacts',
    ]);
  expect(await to.getAttribute('aria-expanded')).toBe('true');
  expect(await to.getAttribute('aria-activedescendant')).toBe(null);
  await to.press('ArrowDown');
  await to.press('ArrowDown');
  const second = options(page).nth(1);
  expect(await second.getAttribute('aria-selected')).toBe('true');
  expect(await to.getAttribute('aria-activedescendant')).toBe(await second.getAttribute('id'));
  await lookAt(page, 'to-suggestions');
  await to.press('Enter');
  await page.getByRole('button', { name: 'Remove Ana Ruiz' }).waitFor();
  await page.getByText('1 person reached: 1 text').waitFor();

  await to.pressSequentially('ana');
  await options(page).first().waitFor();
  await to.press('ArrowUp');
  await to.press('Enter');
  await page.getByRole('button', { name: 'Remove everyone tagged Analysis' }).waitFor();
  await page.getByText('3 people reached: 3 texts').waitFor();
  // Two of one name are told apart.
  await to.pressSequentially('acme');
  await options(page).first().waitFor();
  await to.press('ArrowDown');
  await to.press('Tab');
  await page.getByRole('button', { name: 'Remove Ana Ruiz (Acme · +12125550150)' }).waitFor();
  await page.getByRole('button', { name: 'Remove Ana Ruiz (+12125550151)' }).waitFor();
  await page.getByText('3 people reached: 3 texts').waitFor();
  await lookAt(page, 'to-suggested-chips');

  await to.press('Backspace');
  await to.press('Backspace');
  await page.getByText('1 person reached: 1 text').waitFor();
});

test('with none of them meant, Enter takes what is typed, and Escape leaves the message open', async () => {
  const page = await openWindow(server.url, owner);
  const to = await compose(page);
  await to.pressSequentially('Ana Ruiz 2125550159');
  await to.press('Enter');
  await page.getByRole('button', { name: 'Remove Ana Ruiz' }).waitFor();
  await to.pressSequentially('tom');
  await options(page).first().waitFor();
  await to.press('Escape');
  await options(page).first().waitFor({ state: 'detached' });
  expect(await to.inputValue()).toBe('tom');
  await to.press('Backspace');
  await options(page).first().waitFor();
  await to.press('Enter');
  await page.getByRole('button', { name: 'Remove to', exact: true }).waitFor();
});

test('the chip of who was typed in says the number, and takes it back into the field by key', async () => {
  const page = await openWindow(server.url, owner);
  const to = await compose(page);
  await page.getByText(/Enter adds what you typed/).waitFor();
  await to.fill('Zoe Lane, (212) 555-0158');
  await to.press('Enter');
  const chip = page.getByRole('button', { name: 'Edit Zoe Lane (212) 555-0158', exact: true });
  expect(await chip.textContent()).toContain('(212) 555-0158');
  await lookAt(page, 'to-typed-chip');
  await chip.press('Enter');
  await chip.waitFor({ state: 'detached' });
  expect(await to.inputValue()).toBe('Zoe Lane, (212) 555-0158');
  expect(await to.evaluate((field) => field === document.activeElement)).toBe(true);
  await to.fill('Zoe Lane, (212) 555-0157');
  await to.press('Enter');
  await page.getByRole('button', { name: 'Edit Zoe Lane (212) 555-0157', exact: true }).click();
  expect(await to.inputValue()).toBe('Zoe Lane, (212) 555-0157');
});

test('a pasted column is taken at once, and asks for nobody', async () => {
  const page = await openWindow(server.url, owner);
  const to = await compose(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/contacts?')) asked.push(request.url());
  });
  const column = Array.from({ length: 500 }, (_, n) => `Ana ${n}\t+1212555${1000 + n}`).join('\n');
  await to.evaluate((field, text) => {
    const data = new DataTransfer();
    data.setData('text', text);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, column);
  await page.getByText('500 people reached: 500 texts').waitFor();
  expect(asked).toEqual([]);
});

test('on a phone a suggestion is tapped', async () => {
  const page = await openWindow(server.url, owner, { ...phone, isTouched: true });
  const to = await compose(page);
  await to.pressSequentially('tom w');
  await options(page).first().tap();
  await page.getByRole('button', { name: 'Remove Tom Wu' }).waitFor();
  expect(await to.inputValue()).toBe('');
});

test('all with a tag are worked out again at sending, and edited again', async () => {
  const page = await openWindow(server.url, owner);
  const to = await compose(page);
  await to.pressSequentially('analysis');
  await options(page).first().waitFor();
  await to.press('ArrowDown');
  await to.press('Enter');
  await page.getByText('Later', { exact: true }).click();
  await page.getByRole('radio', { name: /work it out again then/ }).check();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: /^Schedule: text 2 people/ }).click();
  await page.getByRole('link', { name: 'Outbox' }).click();
  await page.getByRole('link', { name: 'Hello' }).first().click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Remove everyone tagged Analysis' }).waitFor();
});
