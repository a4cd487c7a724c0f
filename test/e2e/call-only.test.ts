import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { SandboxDevicePage } from '../../src/contract/sandbox.ts';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { openAdvanced } from './support/open-advanced.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('Compose calls only where a text cannot go, in words of its own', async () => {
  const landline = { kind: 'phone', address: '+12125550122', fault: 'landline' };
  await server.call('PUT', '/api/sandbox/faults', landline);
  const page = await openWindow(server.url, owner);
  await write(page, '(212) 555-0121', '(212) 555-0122');
  await page.getByText('Up to 2 more calls if the text cannot reach a number.').waitFor();
  await screenshot(page, 'call-only-compose');
  await expectAccessible(page, 'call only in compose');
  await page.setViewportSize({ width: phone.width ?? 390, height: phone.height ?? 844 });
  await screenshot(page, 'call-only-compose-phone');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByText('A call goes only to numbers that a text cannot reach.').waitFor();
  await screenshot(page, 'call-only-review-phone');
  await page.setViewportSize({ width: 1_280, height: 800 });
  await screenshot(page, 'call-only-review');
  await page.getByRole('button', { name: 'Text 2 people' }).click();

  // What the pretend phones got: each its own words, and nobody both but whose text did not arrive.
  await expect
    .poll(() => got('+12125550121', '+12125550122'), { timeout: 30_000 })
    .toEqual(['+12125550121 sms Read: we are closed.', '+12125550122 voice Hear: we are closed.']);
});

test('the review says what looking numbers up costs, an owner has it done, and Settings do it by themselves', async () => {
  const landline = { kind: 'phone', address: '+12125550132', fault: 'landline' };
  await server.call('PUT', '/api/sandbox/faults', landline);
  const page = await openWindow(server.url, owner);
  await write(page, '(212) 555-0131', '(212) 555-0132');
  await page.getByText('2 numbers may be landlines or mobiles.').waitFor();
  const price = 'for about $0.01, paid to Practice phones and mailboxes.';
  await page.getByText(`They can be looked up, ${price}`).waitFor();
  const lookUp = page.getByRole('button', { name: 'Look up 2 numbers', exact: true });
  await lookUp.scrollIntoViewIfNeeded();
  await screenshot(page, 'lookup-compose');
  await expectAccessible(page, 'look-ups in compose');
  await page.setViewportSize({ width: phone.width ?? 390, height: phone.height ?? 844 });
  await lookUp.scrollIntoViewIfNeeded();
  await screenshot(page, 'lookup-compose-phone');
  await page.setViewportSize({ width: 1_280, height: 800 });
  await lookUp.focus();
  await page.keyboard.press('Enter');
  await page.getByText('2 numbers were looked up.').waitFor();
  await page.getByText('2 people reached: 1 text and 1 call').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('looked up');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Text 1 person, call 1' }).waitFor();
  await screenshot(page, 'lookup-review');
  await page.getByRole('button', { name: 'Text 1 person, call 1' }).click();
  await expect
    .poll(() => got('+12125550131', '+12125550132'), { timeout: 30_000 })
    .toEqual(['+12125550131 sms Read: we are closed.', '+12125550132 voice Hear: we are closed.']);

  await server.call('POST', '/api/contacts', {
    name: 'Lan Dline',
    addresses: [{ kind: 'phone', address: landline.address, label: 'home' }],
  });
  await page.goto('/contacts');
  await page.getByRole('button', { name: /Lan Dline/ }).click();
  await page.getByText(/^Takes no texts: looked up .+ for about \$0\.005$/).waitFor();
  await screenshot(page, 'lookup-contact');

  await page.goto('/settings');
  const form = page.getByRole('form', { name: 'Sending' });
  await form.getByText('Each costs about $0.005, paid to Practice phones and mailboxes').waitFor();
  await form.getByRole('checkbox', { name: 'Look up numbers that may be landlines' }).check();
  await form.getByLabel('Numbers looked up a day').fill('20');
  await screenshot(page, 'lookup-settings');
  await expectAccessible(page, 'look-ups in settings');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Saved. It holds for what waits already.').waitFor();
  await form.getByText('2 numbers today, 18 left').waitFor();
  await page.setViewportSize({ width: phone.width ?? 390, height: phone.height ?? 844 });
  await form.getByLabel('Numbers looked up a day').scrollIntoViewIfNeeded();
  await screenshot(page, 'lookup-settings-phone');
  await page.setViewportSize({ width: 1_280, height: 800 });
  await write(page, '(212) 555-0141');
  await page.getByText('It will be looked up when it is sent, for about $0.005').waitFor();
});

/** Opens Compose and writes a text and a call to numbers, the call only where a text cannot go. */
async function write(page: Page, ...numbers: string[]): Promise<void> {
  await page.goto('/?compose=true');
  const to = page.getByRole('combobox', { name: 'To' });
  for (const number of numbers) {
    await to.fill(number);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('checkbox', { name: 'Call' }).check();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Read: we are closed.');
  await page.getByRole('textbox', { name: 'What the call says' }).fill('Hear: we are closed.');
  const many = numbers.length;
  await page
    .getByText(many === 1 ? '1 text and 1 call' : `${many} texts and ${many} calls`)
    .waitFor();
  await openAdvanced(page);
  await page.getByRole('switch', { name: 'Call only where a text cannot go' }).click();
}

/** What came to these pretend phones. */
async function got(...numbers: string[]): Promise<string[]> {
  const { json } = await server.call('GET', '/api/sandbox/devices?kind=phone&limit=10');
  return (json as SandboxDevicePage).items
    .filter(({ address }) => numbers.includes(address))
    .flatMap(({ address, messages }) =>
      messages.map(({ channel, text }) => `${address} ${channel} ${text}`),
    )
    .sort();
}
