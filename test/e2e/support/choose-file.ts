import type { Locator } from 'playwright-core';

/** A file as a browser takes one from its test. */
export type ChosenFile = { name: string; mimeType: string; buffer: Buffer };

/** Presses a button that asks for a file, and chooses one. */
export async function chooseFile(button: Locator, file: ChosenFile): Promise<void> {
  const choosing = button.page().waitForEvent('filechooser');
  await button.click();
  await (await choosing).setFiles(file);
}
