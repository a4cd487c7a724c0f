import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { phone, screenshot } from './open-desk.ts';

/** Looks, and fails also where a button's word is cut, or what scrolls down goes to the side as well. */
export function lookCloselyAt(page: Page, name: string, part?: Locator): Promise<void> {
  return lookAt(page, name, part, expectNothingCut);
}

/**
 * Keeps pictures of what is shown, wide and on a phone, and asks axe about it in both themes at both.
 * `part` is what is to be seen of a long page.
 */
export async function lookAt(
  page: Page,
  name: string,
  part?: Locator,
  judge?: (page: Page, what: string) => Promise<void>,
): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const [suffix, size] of [
    ['', before],
    ['-phone', { width: phone.width ?? before.width, height: phone.height ?? before.height }],
  ] as const) {
    await page.setViewportSize(size);
    await expectNoSideways(page, `${name}${suffix}`);
    await judge?.(page, `${name}${suffix}`);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      // The second frame after the theme has changed has its colours, also where they fade.
      await page.waitForFunction(
        (scheme) => document.documentElement.dataset.mantineColorScheme === scheme,
        colorScheme,
      );
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await page.waitForFunction(() => document.getAnimations().length === 0);
      await expectAccessible(page, `${name}${suffix}, ${colorScheme}`);
    }
    await part?.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await screenshot(page, `${name}${suffix}`);
  }
  await page.setViewportSize(before);
}

/** Nothing is wider than the window, or one would have to scroll to the side; what floats follows its button first. */
async function expectNoSideways(page: Page, what: string): Promise<void> {
  const fits = () => document.documentElement.scrollWidth <= innerWidth;
  await page.waitForFunction(fits, undefined, { timeout: 5_000 }).catch(async () => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    throw new Error(`${what} is ${width} px too wide`);
  });
}

/** What scrolls to the side on purpose, as a wide table does, can have the focus. */
async function expectNothingCut(page: Page, what: string): Promise<void> {
  const found = await page.evaluate(() => {
    const wider = (one: Element) => one.scrollWidth > one.clientWidth + 1;
    const labels = [...document.querySelectorAll('.mantine-Button-label')].filter(wider);
    const scrolled = [...document.querySelectorAll('#page *, [role="dialog"] *')].filter(
      (one) =>
        wider(one) &&
        !one.hasAttribute('tabindex') &&
        ['auto', 'scroll'].includes(getComputedStyle(one).overflowY),
    );
    return [...labels, ...scrolled].map(({ textContent }) => textContent.slice(0, 80));
  });
  expect(found, `${what}: cut, or wider than what it stands in`).toEqual([]);
}
