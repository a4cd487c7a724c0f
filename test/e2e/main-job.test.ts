import { setTimeout as passing } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { doMainJob, expectOneEach, makeThree } from './support/main-job.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';
import { sentWords } from './support/sent-words.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
beforeAll(() => makeThree(server.call));

test('on a phone the main job is done by touch, now and later', async () => {
  const page = await openWindow(server.url, owner, { ...phone, isTouched: true });
  await page.clock.install();
  const press = (what: ReturnType<Page['getByText']>) => what.tap();
  await doMainJob(page, 'Now, by touch', { press });
  await screenshot(page, 'main-job-phone');
  // The way between the pages is where the thumb is.
  const rail = await page.getByRole('navigation', { name: 'Pages' }).boundingBox();
  expect((rail?.y ?? 0) + (rail?.height ?? 0)).toBe(phone.height);
  await undoIsOver(page);
  await page.getByText(sentWords(3)).waitFor();
  await screenshot(page, 'main-job-phone-sent');
  await expectOneEach(server.call, 'Now, by touch');
  await doMainJob(page, 'Later, by touch', { press, later: { day, time: '10:30' } });
  await screenshot(page, 'main-job-phone-scheduled');
});

test('where each answer takes two seconds, nothing is lost and nothing goes twice', async () => {
  const page = await openWindow(server.url, owner);
  await page.route('**/api/**', async (route) => {
    await passing(2_000);
    await route.fallback();
  });
  await doMainJob(page, 'Slowly');
  server.clock.advance(11_000);
  await expectOneEach(server.call, 'Slowly');
  await doMainJob(page, 'Slowly, later', { later: { day, time: '11:30' } });
});

/** The seconds in which it could be taken back are over, for the page and for the server. */
async function undoIsOver(page: Page): Promise<void> {
  server.clock.advance(11_000);
  await page.clock.fastForward(11_000);
}
