import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { sendingPolicy } from '../../src/contract/sending-policy.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { wallClock } from '../support/wall-clock.ts';
import { expectAccessible } from './support/accessibility.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
/** By the real clock, which the browser has: all of the day but for an hour that is over. */
const quietHours = { from: fromNow(-60), until: fromNow(-120), channels: ['sms', 'voice'] };

beforeAll(async () => {
  const { json } = await server.call('GET', '/api/sending-policy');
  const policy = { ...sendingPolicy.parse(json), quietHours, validMinutes: 4_320 };
  expect((await server.call('PUT', '/api/sending-policy', policy)).status).toBe(200);
});

/** So many minutes from now by the clock of New York, as in 21:00. */
function fromNow(minutes: number): string {
  return wallClock('America/New_York', Date.now() + minutes * 60_000);
}

async function write(page: Page): Promise<void> {
  await page.goto('/?compose=true');
  await page.getByRole('combobox', { name: 'To' }).fill('(212) 555-0123');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('We are closed today.');
}

describe.each([
  ['desk', {}],
  ['phone', phone],
] as const)('at the %s', (name, view) => {
  test('who would wait is told before, and afterwards; somebody lets it go by name', async () => {
    const page = await openWindow(server.url, owner, view);
    await write(page);
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByText('Nothing goes out now.').waitFor();
    await page.getByText(/^After quiet hours, .+ \(America\/New York\): 1 text\.$/).waitFor();
    await page.getByText('It goes out in your name: Sam Keller').waitFor();
    await expectAccessible(page, 'review');
    await screenshot(page, `quiet-review-${name}`);
    await page.getByRole('button', { name: /^Text 1/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // Over the time in which it can be undone.
    server.clock.advance(15_000);
    const sent = await waitFor(onlyWaiting, (found) => found !== null);
    await page.goto(`/outbox/${sent?.id}`);
    const letGo = page.getByRole('button', { name: 'Send now, in the name of Sam Keller' });
    await letGo.waitFor();
    await expectAccessible(page, 'broadcast');
    await screenshot(page, `quiet-broadcast-${name}`);
    await letGo.click();
    await page.getByText('Sam Keller let it go out in quiet hours.').waitFor();
    await waitFor(onlyWaiting, (found) => found === null);
  });

  test('an owner sets what the account allows itself', async () => {
    const page = await openWindow(server.url, owner, view);
    await page.goto('/settings');
    const form = page.getByRole('form', { name: 'Sending' });
    await form.getByLabel('Minutes for which a message holds').fill('4');
    await form.getByLabel('Countries whose numbers may be contacted').click();
    await page.getByRole('option', { name: 'United Kingdom' }).click();
    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Not saved: see above.').waitFor();
    await expectAccessible(page, 'settings');
    await screenshot(page, `sending-settings-${name}`);
    await form.getByLabel('Minutes for which a message holds').fill('4320');
    await form.getByLabel('Messages to one address a day').fill('3');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Saved. It holds for what waits already.').waitFor();
    const { json } = await server.call('GET', '/api/sending-policy');
    const saved = { allowedCountries: ['GB'], validMinutes: 4_320, personDaily: 3, quietHours };
    expect(json).toMatchObject(saved);
    await server.call('PUT', '/api/sending-policy', {
      ...sendingPolicy.parse(json),
      allowedCountries: null,
      personDaily: null,
    });
  });
});

test('it goes at once where that is ticked in the review', async () => {
  const page = await openWindow(server.url, owner);
  await write(page);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('checkbox', { name: 'Send in quiet hours anyway' }).check();
  await page.getByText('Now, with 10 seconds to take it back').waitFor();
  expect(await page.getByText(/After quiet hours/).count()).toBe(0);
  await page.getByRole('button', { name: /^Text 1/ }).click();
  const [newest] = await waitFor(list, (all) => all[0]?.quietOverrideBy === 'Sam Keller');
  expect(newest?.quietWait).toBe(null);
});

test('a message can go out in each recipient’s own time', async () => {
  const page = await openWindow(server.url, owner);
  await write(page);
  await page.getByText('Later', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Time zone' }).click();
  await page.getByRole('option', { name: 'Each recipient’s own' }).click();
  await screenshot(page, 'own-time');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByText(/each recipient’s own time/).waitFor();
  await page.getByRole('button', { name: /^Schedule: text 1/ }).click();
  const [newest] = await waitFor(list, (all) => all[0]?.sendLater?.zone === 'recipient');
  await page.goto(`/outbox/${newest?.id}`);
  await page.getByText(/^Scheduled for .*\(each recipient’s own time\)/).waitFor();
});

async function list() {
  const { json } = await server.call('GET', '/api/broadcasts?limit=50');
  return (json as { items: unknown[] }).items.map((item) => broadcast.parse(item));
}

async function onlyWaiting() {
  return (await list()).find(({ quietWait }) => quietWait !== null) ?? null;
}
