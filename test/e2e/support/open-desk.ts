import { mkdir } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import type { SignedUp } from '../../support/sign-up.ts';

/** How the one at the desk looks at the page. */
export type View = {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  /** A screen that is tapped. */
  isTouched?: boolean;
  /** A language with its country, as in en-US. */
  locale?: string;
  /** Where the window stands; New York, unless said. */
  timeZone?: string;
};

/** A phone held upright. */
export const phone: View = { width: 390, height: 844 };

const SCREENSHOTS = '.screenshots';

/**
 * Opens windows for the tests of a file and closes them after each. A test fails where the page threw,
 * or where it did something that its content security policy forbids.
 */
export function browserForFile() {
  let browser: Browser | null = null;
  const contexts: BrowserContext[] = [];
  const mishaps: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
    await mkdir(SCREENSHOTS, { recursive: true });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(mishaps.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());

  /** A window; signed in, where someone is given. */
  return async (
    url: string,
    owner: Pick<SignedUp, 'cookie'> | null,
    view: View = {},
  ): Promise<Page> => {
    if (browser === null) throw new Error('the browser starts before the first test');
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: view.width ?? 1280, height: view.height ?? 800 },
      colorScheme: view.theme ?? 'light',
      hasTouch: view.isTouched ?? false,
      isMobile: view.isTouched ?? false,
      reducedMotion: 'reduce',
      locale: view.locale ?? 'en-US',
      timezoneId: view.timeZone ?? 'America/New_York',
    });
    contexts.push(context);
    if (owner) await context.addCookies(cookiesOf(owner.cookie, url));
    const page = await context.newPage();
    page.on('pageerror', (error) => mishaps.push(String(error)));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) mishaps.push(message.text());
    });
    return page;
  };
}

/** Keeps what the window shows, to be looked at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` });
}

function cookiesOf(header: string, url: string) {
  return header.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url };
  });
}
