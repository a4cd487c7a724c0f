import type { Browser, Page } from 'playwright-core';
import { type Measure, median, quantile } from '../benchmark.ts';
import { openAgenda, openWindow } from './desk-window.ts';
import type { FullDesk } from './full-desk.ts';

const COLD = 5;
const WARM = 10;
const TICKED = 100;
/** Milliseconds for which somebody looks at the agenda before they press it. */
const LOOK = 3_000;
/** Milliseconds from the click until one can type. */
const LIMIT = 300;

/**
 * From the click on Compose until its first field has the focus and has been drawn: the first time in a window
 * whose cache is empty, and again; with nothing ticked and with 100 appointments. And where it is clicked as
 * soon as the agenda has rows, before anything was loaded ahead.
 */
export async function compose(desk: FullDesk, browser: Browser): Promise<Measure[]> {
  const none = await openedAfter(desk, browser, { look: LOOK, ticked: 0 });
  const ticked = await openedAfter(desk, browser, { look: LOOK, ticked: TICKED });
  const atOnce = await openedAfter(desk, browser, { look: 0, ticked: 0 });
  return [
    measure('desk-compose-first', none.cold),
    measure('desk-compose-again', none.warm),
    measure(`desk-compose-first, ${TICKED} ticked`, ticked.cold),
    measure(`desk-compose-again, ${TICKED} ticked`, ticked.warm),
    measure('desk-compose-at-once', atOnce.cold),
  ];
}

/** Several times in a window of its own; `look`: milliseconds from the rows to the click. */
async function openedAfter(
  desk: FullDesk,
  browser: Browser,
  { look, ticked }: { look: number; ticked: number },
): Promise<{ cold: number[]; warm: number[] }> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let n = 0; n < COLD; n += 1) {
    const window = await openWindow(browser, desk);
    await openAgenda(window);
    await tick(window.page, ticked);
    await window.page.waitForTimeout(look);
    cold.push(await opened(window.page));
    for (let again = 0; again < WARM / COLD; again += 1) {
      await close(window.page);
      warm.push(await opened(window.page));
    }
    await window.page.context().close();
  }
  return { cold, warm };
}

function measure(name: string, times: readonly number[]): Measure {
  const ours = median(times);
  const facts = { best: quantile(times, 0), worst: quantile(times, 1) };
  return { name, unit: 'ms', ours, baseline: LIMIT, ratio: ours / LIMIT, aim: { most: 1 }, facts };
}

/** Ticks the first so many: with shift from the first to that one, as a person would. */
async function tick(page: Page, count: number): Promise<void> {
  if (count === 0) return;
  const ticks = page.locator('tbody tr td input[type=checkbox]');
  await ticks.first().check();
  for (let ticked = 1; ticked < count; ) {
    // As far as the document has rows.
    await ticks.last().click({ modifiers: ['Shift'] });
    const said = await page.getByRole('region', { name: 'Selection' }).innerText();
    ticked = Number(/^\d+/.exec(said)?.[0] ?? 1);
  }
}

/** Milliseconds by the page's own clock, so that the line to the browser does not count. */
function opened(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Compose');
    const start = performance.now();
    button.click();
    const look = () => {
      const field = document.activeElement;
      const ready = field?.closest('[role=dialog]') && field.matches('input, textarea, [contenteditable=true]');
      if (ready) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
      else requestAnimationFrame(look);
    };
    look();
  })`);
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
