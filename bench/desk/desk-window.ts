import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Served } from './served.ts';

/** A window of the browser, signed in, and the line to its engine. */
export type DeskWindow = { page: Page; engine: CDPSession };

/** Opens a window at the size of a desk, in a session of its own: its cache is empty. */
export async function openWindow(
  browser: Browser,
  { url, owner }: Pick<Served, 'url' | 'owner'>,
): Promise<DeskWindow> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
  });
  const cookies = owner.cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  return { page, engine: await context.newCDPSession(page) };
}

/** Opens the agenda and waits until its rows are there. */
export async function openAgenda({ page }: DeskWindow): Promise<void> {
  await page.goto('/');
  await page.getByRole('grid', { name: 'Appointments' }).getByRole('checkbox').nth(5).waitFor();
}
