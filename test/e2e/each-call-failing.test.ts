import type { Page, Route } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { HttpProblem } from '../../src/http/problems.ts';
import { testServer } from '../support/test-server.ts';
import { doMainJob, expectOneEach, makeThree } from './support/main-job.ts';
import { browserForFile } from './support/open-desk.ts';
import { sentWords } from './support/sent-words.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
beforeAll(() => makeThree(server.call));

/** What is written begins so. */
const WORDS = 'We are closed';

/** Every call of the API that the main job makes, up to the last outcome. */
const CALLS = [
  'GET /api/appointments',
  'GET /api/appointments/count',
  'GET /api/broadcasts/:id/events',
  'GET /api/broadcasts/:id/faces',
  'GET /api/calendars',
  'GET /api/merge-fields',
  'GET /api/session',
  'GET /api/templates',
  'POST /api/broadcasts',
  'POST /api/plans',
  'POST /api/previews',
];

test('these are the calls that the main job makes', async () => {
  const page = await openPage();
  const made = new Set<string>();
  page.on('request', (request) => {
    const name = callOf(request.method(), request.url());
    if (name !== null) made.add(name);
  });
  await doAll(page, 'Nothing fails');
  expect([...made].sort()).toEqual(CALLS);
});

test('each is lost once in one job, and it still goes to everybody once', async () => {
  const page = await openPage();
  const failed = await failOnce(page, CALLS, (route) => route.abort());
  await doAll(page, 'All is lost once');
  expect([...failed].sort()).toEqual(CALLS);
});

test('the answer to sending is lost, and it still goes to everybody once', async () => {
  const page = await openPage();
  await failOnce(page, ['POST /api/broadcasts'], async (route) => {
    await route.fetch();
    await route.abort();
  });
  await doAll(page, 'No answer');
});

test.each(CALLS)(
  'the server fails once at %s, and it still goes to everybody once',
  async (call) => {
    const page = await openPage();
    const failed = await failOnce(page, [call], (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json; charset=utf-8',
        body: JSON.stringify(new HttpProblem('internal').body()),
      }),
    );
    await doAll(page, `500 at ${call}`);
    expect([...failed]).toEqual([call]);
  },
);

/** Lets each of these calls fail the first time; the set is filled with those that did. */
async function failOnce(
  page: Page,
  calls: readonly string[],
  fail: (route: Route) => Promise<void>,
): Promise<ReadonlySet<string>> {
  const failed = new Set<string>();
  await page.route('**/api/**', (route) => {
    const request = route.request();
    const name = callOf(request.method(), request.url());
    // What is asked before anything is written fails without anybody noticing: the next answer is enough.
    const isMeant = request.method() === 'GET' || request.postData()?.includes(WORDS);
    if (!isMeant || name === null || !calls.includes(name) || failed.has(name)) {
      return route.fallback();
    }
    failed.add(name);
    return fail(route);
  });
  return failed;
}

async function openPage(): Promise<Page> {
  const page = await openWindow(server.url, owner);
  await page.clock.install();
  return page;
}

/** From the agenda to the confirmation that it has been sent, without the wait in which it could be undone. */
async function doAll(page: Page, why: string): Promise<void> {
  const words = `${WORDS}: ${why}`;
  await doMainJob(page, words);
  server.clock.advance(11_000);
  await page.clock.fastForward(11_000);
  await page.getByText(sentWords(3)).waitFor();
  await expectOneEach(server.call, words);
  const faces = page.getByRole('img', { name: /^Delivered: .* and .*\.$/ });
  const moved = async () => {
    await page.clock.fastForward(1_000);
    return faces.isVisible();
  };
  await expect.poll(moved, { timeout: 20_000 }).toBe(true);
}

/** A call by its method and address, with ids left out; null for what is no call. */
function callOf(method: string, url: string): string | null {
  const { pathname } = new URL(url);
  const path = pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
  return path.startsWith('/api/') ? `${method} ${path}` : null;
}
