import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Call } from '../../support/call.ts';
import { typeIn } from '../../support/type-appointment.ts';
import { waitFor } from '../../support/wait-for.ts';
import { arrived } from './pretend-devices.ts';

/** How whoever does it presses a thing, and when it is to go out: at once where that is not said. */
export type Way = {
  press?: (what: Locator) => Promise<void>;
  later?: { day: string; time: string };
};

/** Who stands on the three appointments of the main job. */
export const THREE = ['Ana Ruiz', 'Ben Stone', 'Cid Hill'];
const phoneOf = (index: number) => `+4474001234${55 + index}`;

/** Three appointments of three people, in three days; whose numbers may be sent to as often as one likes. */
export async function makeThree(call: Call): Promise<void> {
  const { json } = await call('GET', '/api/sending-policy');
  const policy = {
    ...(json as object),
    allowedCountries: ['GB'],
    personHourly: null,
    personDaily: null,
    rateAlarm: false,
  };
  expect((await call('PUT', '/api/sending-policy', policy)).status).toBe(200);
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  for (const [index, name] of THREE.entries()) {
    await typeIn(call, {
      title: 'Visit',
      times: { start: `${day}T09:${index}0`, end: `${day}T09:${index}5` },
      people: [{ name, phone: phoneOf(index) }],
    });
  }
}

/**
 * Ticks three, composes, writes, reviews and sends. Where the page says that something failed and offers to
 * try again, that is pressed, as anyone would.
 */
export async function doMainJob(page: Page, words: string, way: Way = {}): Promise<void> {
  const { press = (what) => what.click(), later } = way;
  await page.goto('/');
  for (const name of THREE) {
    const tick = page.getByRole('checkbox', { name: `Visit, ${name}`, exact: true });
    await reach(page, tick, press);
    await press(tick);
  }
  await page.getByText('3 appointments · 3 people').waitFor();
  await press(page.getByRole('button', { name: 'Compose', exact: true }).first());
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await reach(page, text, press);
  await text.fill(words);
  if (later) {
    await press(page.getByText('Later', { exact: true }));
    await page.getByLabel('Day', { exact: true }).fill(later.day);
    await page.getByLabel('Time', { exact: true }).fill(later.time);
  }
  const dialog = page.getByRole('dialog');
  const review = dialog.locator('button:enabled', { hasText: /^Review$/ });
  await reach(page, review, press);
  expect(await text.inputValue()).toBe(words);
  await press(review);
  const send = dialog.getByRole('button', {
    name: later ? 'Schedule: text 3 people' : 'Text 3 people',
    exact: true,
  });
  await reach(page, send, press);
  await press(send);
  const refused = dialog.getByRole('alert');
  const done = page.getByText(later ? /^Scheduled\. 3 messages/ : /^Sending to 3 people/);
  await done.or(refused).first().waitFor();
  if (await refused.isVisible()) {
    await dialog.getByText(words).first().waitFor();
    await press(send);
    await done.waitFor();
  }
}

/** Each of the three has got exactly one message that says this; none is still under way. */
export async function expectOneEach(call: Call, words: string): Promise<void> {
  await waitFor(
    () => arrived(call, words),
    (all) => all.length >= THREE.length,
  );
  const { json } = await call('GET', `/api/broadcasts?text=${encodeURIComponent(words)}`);
  // The test server checks its answers against the contract.
  expect((json as { items: unknown[] }).items).toHaveLength(1);
  const all = await arrived(call, words);
  expect(all.map(({ address }) => address)).toEqual(THREE.map((_, index) => phoneOf(index)));
}

/** Waits for something, and presses “Try again” wherever it is offered instead. */
async function reach(
  page: Page,
  goal: Locator,
  press: (what: Locator) => Promise<void>,
): Promise<void> {
  const again = page.getByRole('button', { name: 'Try again', exact: true }).last();
  await goal.or(again).first().waitFor();
  if (await goal.isVisible()) return;
  await press(again);
  await goal.waitFor();
}
