import type { Locator, Page } from 'playwright-core';

/** Waits until the Messages column says this of a person, as in “2 sent and 1 scheduled”. */
export async function seeCounts(page: Page, name: string, words: string): Promise<void> {
  const label = `Messages with ${name}: ${words}`;
  await page.getByRole('button', { name: label, exact: true }).waitFor();
}

/** Waits until the line of an appointment of several people says this of all of them together. */
export async function seeTotal(page: Page, title: string, words: string): Promise<void> {
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: title }) });
  await row.getByText(words, { exact: true }).waitFor();
}

/** Goes to the Outbox and finds a message in one of its folders, and not in the other. */
export async function seeInFolder(
  page: Page,
  folder: 'Appointments' | 'Other',
  title: RegExp,
): Promise<void> {
  const folders = page.getByRole('radiogroup', { name: 'Folder' });
  await page.getByRole('link', { name: 'Outbox', exact: true }).click();
  await folders.getByText(folder === 'Other' ? 'Appointments' : 'Other', { exact: true }).click();
  await page.waitForURL(`**/outbox?folder=${folder === 'Other' ? 'appointments' : 'other'}`);
  await page.getByRole('link', { name: title }).waitFor({ state: 'detached' });
  await folders.getByText(folder, { exact: true }).click();
  await page.getByRole('link', { name: title }).first().waitFor();
  await page.getByRole('link', { name: 'Appointments', exact: true }).click();
}

/** Goes to the pretend phones and mailboxes and finds one. */
export async function openDevice(page: Page, name: string, address: string): Promise<Locator> {
  await page.getByRole('link', { name: 'Phones & mailboxes', exact: true }).click();
  await page.getByLabel('Name, number or address').fill(address);
  return page.getByRole('region', { name: `${name}, ${address}`, exact: true });
}
