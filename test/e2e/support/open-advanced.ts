import type { Page } from 'playwright-core';

/** Opens what few messages need, where Compose shows it closed. */
export async function openAdvanced(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Advanced', exact: true });
  await button.waitFor();
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.press('Enter');
}
