import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('Compose calls only where a text cannot go, in words of its own', async () => {
  const landline = { kind: 'phone', address: '+12125550122', fault: 'landline' };
  await server.call('PUT', '/api/sandbox/faults', landline);
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  const to = page.getByRole('textbox', { name: 'To' });
  for (const number of ['(212) 555-0121', '(212) 555-0122']) {
    await to.fill(number);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('checkbox', { name: 'Call' }).check();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Read: we are closed.');
  await page.getByRole('textbox', { name: 'What the call says' }).fill('Hear: we are closed.');
  await page.getByText('2 texts and 2 calls').waitFor();
  await page.getByRole('switch', { name: 'Call only where a text cannot go' }).click();
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
  await page.getByText('2 messages').waitFor();

  // What the pretend phones got: each its own words, and nobody both but whose text did not arrive.
  await expect
    .poll(
      async () => {
        const { json } = await server.call('GET', '/api/sandbox/devices?kind=phone&limit=10');
        const { items } = json as {
          items: { address: string; messages: { channel: string; text: string }[] }[];
        };
        return items
          .flatMap(({ address, messages }) =>
            messages.map(({ channel, text }) => `${address} ${channel} ${text}`),
          )
          .sort();
      },
      { timeout: 30_000 },
    )
    .toEqual(['+12125550121 sms Read: we are closed.', '+12125550122 voice Hear: we are closed.']);
});
