import { expect, test } from 'vitest';
import { broadcastList } from '../../src/contract/broadcast.ts';
import { sandboxDevicePage } from '../../src/contract/sandbox.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

const arrived = async () =>
  sandboxDevicePage
    .parse((await server.call('GET', '/api/sandbox/devices')).json)
    .items.flatMap(({ address, messages }) => messages.map(({ text }) => ({ address, text })));

test('one recipient’s rendering goes to whoever writes; where to is said before, what happened after', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  const to = page.getByRole('combobox', { name: 'To', exact: true });
  await to.fill('Ana Ruiz, +12125550123, ana@example.com');
  await to.press('Enter');
  await to.fill('Ben Okri, +12125550124, ben@example.com');
  await to.press('Enter');
  await page
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill('Hello {{ participant.first_name }}');
  await page.getByRole('button', { name: 'The next person' }).click();
  await page.getByText('Hello Ben').waitFor();
  await page.getByRole('button', { name: 'Send test to me' }).press('Enter');
  const panel = page.getByRole('region', { name: 'Test to me' });
  const send = panel.getByRole('button', { name: 'Send the test' });
  expect(await send.isDisabled()).toBe(true);
  const number = panel.getByRole('textbox', { name: 'Your number, for texts' });
  await number.fill('555');
  await send.click();
  await panel
    .getByText(/number/i)
    .nth(1)
    .waitFor();
  await expect.poll(() => number.getAttribute('aria-invalid')).toBe('true');
  await lookAt(page, 'send-test-wrong', panel);
  expect(await arrived()).toEqual([]);

  await number.fill('(212) 555-0199');
  await send.press('Enter');
  await panel.getByText('Sent: text to +12125550199.').waitFor();
  await panel.getByText('Delivered').waitFor();
  expect(await arrived()).toEqual([{ address: '+12125550199', text: 'Hello Ben' }]);
  await lookAt(page, 'send-test-sent', panel);
  expect(broadcastList.parse((await server.call('GET', '/api/broadcasts')).json).items).toEqual([]);

  await panel.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('checkbox', { name: 'Email' }).check();
  await page.getByRole('textbox', { name: 'Subject' }).fill('Hi');
  await page.getByRole('textbox', { name: 'Email', exact: true }).fill('By mail');
  await page.getByRole('button', { name: 'Send test to me' }).click();
  await panel.getByText(`The email goes to ${owner.email}.`).waitFor();
  expect(await number.inputValue()).toBe('(212) 555-0199');
});

test('a file that is dropped beside the fields is neither a calendar nor lost without a word', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  await page.getByRole('textbox', { name: 'Text', exact: true }).waitFor();
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['BEGIN:VCALENDAR'], 'dropped.ics', { type: 'text/calendar' }));
    return data;
  });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  const heading = page.getByRole('heading', { name: 'New message' });
  await heading.dispatchEvent('drop', { dataTransfer: transfer });
  await page.getByRole('alert').getByText('The file was not attached.').waitFor();
  expect(await page.getByRole('dialog', { name: 'Import of dropped.ics' }).count()).toBe(0);
  await lookAt(page, 'compose-dropped');
});
