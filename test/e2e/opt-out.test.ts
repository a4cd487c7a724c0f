import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('somebody answers STOP on a pretend phone, and is allowed again by their word', async () => {
  await send('Closed tomorrow', '+12125550111');
  const page = await openWindow(server.url, owner);
  await page.goto('/phones');
  const log = page.getByRole('region', { name: /\+12125550111$/ }).getByRole('log');
  await log.getByText('Closed tomorrow').waitFor();
  await page.getByLabel('Answer from +12125550111').fill('Stop');
  await page.getByRole('button', { name: 'Answer' }).click();
  await log.getByText('taken as STOP').waitFor();
  await log.getByText('You will get no more messages').waitFor();
  await page.getByLabel('Answer from +12125550111').fill('Stop it. Thank you!');
  await page.keyboard.press('Enter');
  await log.getByText('Stop it. Thank you!').waitFor();
  await screenshot(page, 'phones-answers');
  await page.goto('/settings');
  const list = page.getByRole('list', { name: 'Do not contact' });
  await list.getByText('They sent STOP or said so').waitFor();
  await page.getByRole('button', { name: 'Allow again: +12125550111' }).click();
  await page.getByLabel('What they said').fill('She asked for texts again');
  await page.getByLabel('They want messages again; I have asked them').check();
  await page.getByRole('button', { name: 'Allow again', exact: true }).click();
  await page.getByText('Nobody yet.').waitFor();
});

test('what only sounds like an opt-out is decided by a person, on a phone too', async () => {
  await send('We moved', '+12125550112');
  for (const text of ['wrong number, stop', 'CANCEL']) {
    const body = { channel: 'sms', address: '+12125550112', text };
    expect((await server.call('POST', '/api/sandbox/replies', body)).status).toBe(200);
  }
  for (const [name, view] of [
    ['desk', {}],
    ['phone', phone],
  ] as const) {
    const page = await openWindow(server.url, owner, view);
    await page.goto('/phones');
    await page.getByText('They may have meant their appointment', { exact: false }).waitFor();
    await screenshot(page, `answers-to-look-at-${name}`);
    await expectAccessible(page, name);
    await page.goto('/settings');
    await page.getByRole('list', { name: 'Do not contact' }).getByText('+12125550112').waitFor();
    await page.getByRole('button', { name: 'Allow again: +12125550112' }).click();
    await page.getByLabel('What they said').scrollIntoViewIfNeeded();
    await screenshot(page, `do-not-contact-${name}`);
    await expectAccessible(page, name);
  }
  const page = await openWindow(server.url, owner, phone);
  await page.goto('/phones');
  await page.getByRole('button', { name: 'It is the right one' }).click();
  await page.getByRole('button', { name: 'Seen' }).click();
  await page.getByText('Answers to look at').waitFor({ state: 'detached' });
});

async function send(text: string, number: string): Promise<void> {
  const body = {
    audience: { people: [{ name: 'Ana', phone: number }] },
    content: { sms: { text } },
  };
  const { status } = await server.call('POST', '/api/broadcasts', body, {
    'idempotency-key': text,
  });
  expect(status).toBe(201);
}
