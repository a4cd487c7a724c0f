import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { importClinic, tickFirst } from './support/clinic.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('who signs out leaves no draft, no search and no ticks to the next one', async () => {
  await importClinic(server.call);
  const { cookie } = await memberOf(server, 'member');
  const page = await openWindow(server.url, { cookie });
  await page.goto('/?text=a');
  await tickFirst(page, 2);
  await page.getByRole('button', { name: 'Compose' }).first().click();
  await text(page).fill('About your blood test');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page);
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  expect(new URL(page.url()).search).toBe('');
  expect(await page.getByRole('region', { name: 'Selection' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Compose' }).first().click();
  expect(await text(page).inputValue()).toBe('');
  expect(await page.evaluate('localStorage.length')).toBe(0);
});

test('who signs out after the session has ended by itself is signed out all the same', async () => {
  const { cookie } = await memberOf(server, 'member');
  const page = await openWindow(server.url, { cookie });
  await page.goto('/settings');
  await page.getByRole('heading', { name: 'Account' }).waitFor();
  // A question that is still to be answered would ask to sign in again, in front of the button.
  await page.waitForLoadState('networkidle');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await page.getByRole('heading', { name: 'Account' }).waitFor({ state: 'detached' });
  await signIn(page);
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
});

test('where a session has ended by itself, the next one at the desk can sign out of it', async () => {
  const { cookie } = await memberOf(server, 'member');
  const page = await openWindow(server.url, { cookie });
  await page.goto('/');
  await page.getByRole('button', { name: 'Compose' }).first().click();
  await text(page).fill('About your blood test');
  await page.keyboard.press('Escape');
  await page.context().clearCookies();
  await page.getByRole('link', { name: 'Outbox' }).click();
  const again = page.getByRole('dialog', { name: 'Please sign in again' });
  await again.getByRole('button', { name: 'Somebody else is here: sign out' }).click();
  // Until it is done, the fields there are still those of this question, not those of the door.
  await page.getByRole('heading', { name: 'Sign in to Headsup' }).waitFor();
  await signIn(page);
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  await page.getByRole('button', { name: 'Compose' }).first().click();
  expect(await text(page).inputValue()).toBe('');
});

test('a viewer is offered nothing that only others may do', async () => {
  await server.call('POST', '/api/broadcasts', broadcast, { 'idempotency-key': 'to be settled' });
  const viewer = await openWindow(server.url, await memberOf(server, 'viewer'));
  expect(await offered(viewer)).toEqual([]);
  const member = await openWindow(server.url, await memberOf(server, 'member'));
  expect(await offered(member)).toEqual(['Import', 'Compose', 'Send again', 'Write off']);
});

const broadcast = {
  audience: { people: [{ name: 'Ana', phone: '+12125550100' }] },
  content: { sms: { text: 'Hi' } },
};

/** Which of the buttons that change something are there: on the agenda, and where nobody is sure. */
async function offered(page: Page): Promise<string[]> {
  const names = [];
  await page.goto('/');
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  for (const name of ['Import', 'Compose']) {
    if ((await page.getByRole('button', { name }).count()) > 0) names.push(name);
  }
  await page.route('**/api/deliveries/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), outcome: 'not_sure' } });
  });
  await page.goto('/outbox?folder=other');
  await page.getByRole('link', { name: /Hi/ }).first().click();
  const recipients = page.getByRole('list', { name: 'Recipients' });
  await recipients.getByRole('button').first().click();
  await page.getByText('The carrier may or may not have taken this.').waitFor();
  for (const name of ['Send again', 'Write off']) {
    if ((await page.getByRole('button', { name }).count()) > 0) names.push(name);
  }
  return names;
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

function text(page: Page) {
  return page.getByRole('textbox', { name: 'Text', exact: true });
}
