import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Fails with each violation of WCAG, or of good practice, that axe finds in what is shown. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Given as a script to evaluate: a script element would be refused by the page's own policy.
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(await readFile(axe, 'utf8'));
  const found = await page.evaluate<
    string[]
  >(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary).join(' ')))`);
  expect(found, what).toEqual([]);
}
