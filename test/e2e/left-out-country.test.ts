import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { memberOf } from '../support/member-of.ts';
import { endQuietHours } from '../support/sign-up.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
await endQuietHours(server.call);
const openWindow = browserForFile();

test('who is left out by their country leads an owner to the setting, and the message waits', async () => {
  const page = await openWindow(server.url, owner);
  await reviewOf(page);
  await lookAt(page, 'left-out-country');
  await page.getByRole('link', { name: 'Change it in Settings' }).press('Enter');
  await page.waitForURL('**/settings#countries');
  const countries = page.locator('#countries');
  await expect.poll(() => countries.evaluate((part) => part === document.activeElement)).toBe(true);
  await expect
    .poll(() => countries.evaluate((part) => part.getBoundingClientRect().top < innerHeight))
    .toBe(true);
  await lookAt(page, 'settings-countries');

  await countries.getByRole('combobox').fill('Swed');
  await page.getByRole('option', { name: 'Sweden' }).filter({ visible: true }).click();
  await countries.getByRole('combobox').fill('United S');
  await page
    .getByRole('option', { name: 'United States', exact: true })
    .filter({ visible: true })
    .click();
  const form = page.getByRole('form', { name: 'Sending' });
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await form.getByText('Saved. It holds for what waits already.').waitFor();
  await page.goto('/?compose=true');
  await page.getByText('2 people reached').first().waitFor();
});

test('among the recipients of a message somebody left out opens into what can be done', async () => {
  const policy = (await server.call('GET', '/api/sending-policy')).json as object;
  await server.call('PUT', '/api/sending-policy', { ...policy, allowedCountries: ['US'] });
  const made = await server.call(
    'POST',
    '/api/broadcasts',
    {
      audience: {
        people: [
          { name: 'Ana Ruiz', phone: '+12125550101' },
          { name: 'Sven Berg', phone: '+46701740605' },
        ],
      },
      content: { sms: { text: 'We are closed.' } },
    },
    { 'idempotency-key': 'to Sweden' },
  );
  expect(made.status).toBe(201);
  const { id } = broadcast.parse(made.json);
  const page = await openWindow(server.url, owner);
  await page.goto(`/outbox/${id}`);
  const sven = page
    .getByRole('list', { name: 'Recipients' })
    .getByRole('button', { name: /Sven Berg/ });
  await sven.press('Enter');
  await page.getByText('An owner can allow it under Settings.').waitFor();
  await lookAt(page, 'left-out-row');
  await page.getByRole('link', { name: 'Change it in Settings' }).press('Enter');
  await page.waitForURL('**/settings#countries');
});

test('who may not change it is told who may', async () => {
  const page = await openWindow(server.url, await memberOf(server, 'member'));
  const policy = (await server.call('GET', '/api/sending-policy')).json as object;
  await server.call('PUT', '/api/sending-policy', { ...policy, allowedCountries: null });
  await reviewOf(page);
  await page.getByText('An owner can allow it under Settings.').first().waitFor();
  expect(await page.getByRole('link', { name: 'Change it in Settings' }).count()).toBe(0);
});

/** Writes to somebody at home and to somebody in Sweden. */
async function reviewOf(page: Page): Promise<void> {
  await page.goto('/?compose=true');
  const to = page.getByRole('combobox', { name: 'To', exact: true });
  await to.fill('+1 212 555 0101, +46 70 174 06 05');
  await to.press('Enter');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('We are closed.');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByText('country not allowed').first().waitFor();
}
