import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { HttpProblem } from '../../src/http/problems.ts';
import { memberOf } from '../support/member-of.ts';
import type { SignedUp } from '../support/sign-up.ts';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { importClinic } from './support/clinic.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
let viewer: Pick<SignedUp, 'cookie'>;
beforeAll(async () => {
  viewer = await memberOf(server, 'viewer');
});

describe('with nothing in it yet', () => {
  test.each([
    ['/', 'Your appointments will be here'],
    ['/outbox', 'No messages yet'],
    ['/phones', 'No practice messages yet'],
  ])('%s says what will be here', async (path, words) => {
    const page = await openWindow(server.url, owner);
    await seen(page, path, words);
    await lookAt(page, `empty${nameOf(path)}`);
  });

  test('it says to who may only look that others bring the appointments', async () => {
    const page = await openWindow(server.url, viewer);
    await seen(page, '/', 'Your role is to look only.');
    await lookAt(page, 'empty-viewer');
  });
});

describe('with appointments and a message', () => {
  let id = '';
  beforeAll(async () => {
    await importClinic(server.call);
    const { json } = await server.call(
      'POST',
      '/api/broadcasts',
      {
        audience: { people: [{ name: 'Ana Ruiz', phone: '+12125550123' }] },
        content: { sms: { text: 'Closed because of snow' } },
        sendLater: { wall: '2099-03-09T09:00', zone: 'America/New_York' },
      },
      { 'idempotency-key': 'page states' },
    );
    id = broadcast.parse(json).id;
  });
  const paths = ['/', '/outbox', '/outbox/ID', '/outbox/ID/report', '/contacts', '/phones'];

  test.each(paths)('%s keeps its shape while it loads', async (path) => {
    const page = await openWindow(server.url, owner);
    await page.route(allButSession, () => undefined);
    await page.goto(path.replace('ID', id));
    await page
      .getByRole('status')
      .getByText(/^Loading/)
      .first()
      .waitFor();
    await lookAt(page, `loading${nameOf(path)}`);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test.each([...paths, '/settings'])('%s says what went wrong', async (path) => {
    const page = await openWindow(server.url, owner);
    await page.route(allButSession, answerWith500);
    await page.goto(path.replace('ID', id));
    await page.getByRole('alert').first().getByText('Try again in a moment').waitFor();
    await lookAt(page, `failed${nameOf(path)}`);
  });

  test.each([...paths, '/settings'])('%s as someone sees it who may only look', async (path) => {
    const page = await openWindow(server.url, viewer);
    await page.goto(path.replace('ID', id), { waitUntil: 'networkidle' });
    await lookAt(page, `viewer${nameOf(path)}`);
  });

  test.each([
    ['/?text=nobody%20is%20called%20so', 'Nothing matches'],
    ['/outbox?text=nobody', 'No message like that'],
    ['/contacts?text=nobody', 'Nobody'],
    ['/phones?text=nobody', 'No phone or mailbox like that'],
    ['/outbox/00000000-0000-4000-8000-000000000000', 'There is no such'],
    ['/no-such-page', 'There is no such page'],
  ])('%s finds nothing, and says so', async (path, words) => {
    const page = await openWindow(server.url, owner);
    await seen(page, path, words);
    await lookAt(page, `nothing${nameOf(path)}`);
  });

  test('the report on paper', async () => {
    const page = await openWindow(server.url, owner);
    await page.goto(`/outbox/${id}/report`);
    await page.getByText('Ana Ruiz').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ media: 'print', colorScheme });
      await expectAccessible(page, `the report on paper, ${colorScheme}`);
    }
  });
});

describe('at the door', () => {
  test('without a connection it says so, and goes on once there is one', async () => {
    const page = await openWindow(server.url, owner);
    await page.route('**/api/**', (route) => route.abort());
    await page.goto('/');
    await page.getByText('No connection to Headsup.').waitFor();
    await lookAt(page, 'door-offline');
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  });

  test('a wrong password and an old setup link say what to do', async () => {
    const page = await openWindow(server.url, null);
    await page.goto('/');
    await page.getByLabel('Email').fill(owner.email);
    await page.getByLabel('Password', { exact: true }).fill('not that');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText(/do not belong together/).waitFor();
    await lookAt(page, 'door-wrong-password');
    await seen(page, '/setup?token=old', 'This installation has its owner already.');
    await lookAt(page, 'door-old-link');
  });

  test('an ended session asks over the page', async () => {
    const page = await openWindow(server.url, owner);
    await page.goto('/outbox');
    await page.getByRole('link', { name: /^Closed because of snow/ }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Contacts' }).click();
    await page.getByRole('dialog', { name: 'Please sign in again' }).waitFor();
    await lookAt(page, 'door-again');
  });
});

async function seen(page: Page, path: string, words: string): Promise<void> {
  await page.goto(path);
  await page.getByText(words).first().waitFor();
}

function answerWith500(route: Route): Promise<void> {
  return route.fulfill({
    status: 500,
    contentType: 'application/problem+json; charset=utf-8',
    body: JSON.stringify(new HttpProblem('internal').body()),
  });
}

/** Every call of the API but the one that says who is signed in. */
function allButSession({ pathname }: URL): boolean {
  return pathname.startsWith('/api/') && pathname !== '/api/session';
}

/** How a picture of a page is called: “-outbox-ID-report”. */
function nameOf(path: string): string {
  return `-${
    path
      .slice(1)
      .replace(/[^a-zA-Z-]+/g, '-')
      .replace(/-+$/, '') || 'appointments'
  }`;
}
