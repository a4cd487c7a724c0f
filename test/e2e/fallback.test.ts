import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { openAdvanced } from './support/open-advanced.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('Compose asks what is tried where a text does not reach somebody', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  const to = page.getByRole('combobox', { name: 'To' });
  for (const number of ['(212) 555-0121', '(212) 555-0122']) {
    await to.fill(number);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('We are closed today.');
  // The choice of when is named for the eye, too, and has no words of a button.
  await page.getByText('When', { exact: true }).waitFor();
  const when = page.getByRole('radiogroup', { name: 'When', exact: true });
  expect(await when.getByRole('radio', { name: 'Now', exact: true }).isChecked()).toBe(true);
  const otherWay = page.getByLabel('If the text does not reach them');
  expect(await otherWay.isVisible()).toBe(false);
  const advanced = page.getByRole('button', { name: 'Advanced', exact: true });
  await openAdvanced(page);
  await otherWay.waitFor();
  await advanced.press('Enter');
  await otherWay.waitFor({ state: 'hidden' });
  await openAdvanced(page);
  await page.getByLabel('If the text does not reach them').selectOption('Call them');
  await page.getByLabel('How soon').selectOption({ index: 2 });
  await page.getByRole('textbox', { name: 'What the call says' }).fill('We are closed today.');
  await page.getByLabel('If the call does not reach them').waitFor();
  await page.getByLabel('If nobody answers the call').selectOption({ index: 2 });
  await page.getByText('Up to 2 calls where the text does not reach them.').waitFor();
  await screenshot(page, 'fallback-compose');
  await expectAccessible(page, 'fallback in compose');
  await page.setViewportSize({ width: phone.width ?? 390, height: phone.height ?? 844 });
  await screenshot(page, 'fallback-compose-phone');

  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByText('If nobody answers: call again up to 3 times').waitFor();
  await page.getByRole('button', { name: 'Text 2 people' }).waitFor();
  await screenshot(page, 'fallback-review');
});

test('the page of a message shows who was tried another way', async () => {
  const landline = { kind: 'phone', address: '+12125550122', fault: 'landline' };
  await server.call('PUT', '/api/sandbox/faults', landline);
  const { json } = await server.call(
    'POST',
    '/api/broadcasts',
    {
      audience: { people: [{ phone: '+12125550121' }, { phone: '+12125550122' }] },
      content: { sms: { text: 'We are closed.' }, voice: { text: 'We are closed.' } },
      fallback: [{ from: 'sms', to: 'voice', silenceMinutes: 30 }],
    },
    { 'idempotency-key': 'fallback' },
  );
  const page = await openWindow(server.url, owner);
  // The test server checks its answers against the contract.
  await page.goto(`/outbox/${(json as { id: string }).id}`);
  await page.getByText('Call instead').waitFor();
  await page.getByRole('button', { name: 'Delivered 2', exact: true }).waitFor();
  await page.getByText('no word of it for 30 minutes: a call.').waitFor();
  await screenshot(page, 'fallback-broadcast');
  await expectAccessible(page, 'fallback in a broadcast');
  const recipients = page.getByRole('list', { name: 'Recipients' }).getByRole('button');
  expect(await recipients.count()).toBe(3);
});
