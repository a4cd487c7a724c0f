import { expect, test } from 'vitest';
import { endQuietHours } from '../support/sign-up.ts';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { tickFirst } from './support/clinic.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
await endQuietHours(server.call);
const openWindow = browserForFile();

test('the tour goes along with what is done, from the example to an answer', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByRole('button', { name: 'Try with an example clinic' }).click();
  const tour = page.getByRole('complementary', { name: 'Tour' });
  await tour.getByRole('heading', { name: 'Step 1 of 5' }).waitFor();
  await expectAccessible(page, 'the first step');
  await screenshot(page, 'tour-tick');

  await tickFirst(page, 2);
  await tour.getByRole('heading', { name: 'Step 2 of 5' }).waitFor();
  await page.getByRole('button', { name: 'Compose' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New message' });
  await dialog.getByText('Step 3 of 5').waitFor();
  await screenshot(page, 'tour-write');
  // Closed and opened again, the tour goes back and forth with it.
  await page.keyboard.press('Escape');
  await tour.getByRole('heading', { name: 'Step 2 of 5' }).waitFor();
  await page.getByRole('button', { name: 'Compose' }).first().click();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('We are closed today.');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: /^(Send|Text) \d+/ }).click();
  await tour.getByRole('heading', { name: 'Step 4 of 5' }).waitFor();

  // Taken back: what comes next is to send again.
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back. Nothing was sent.').waitFor();
  await tour.getByRole('heading', { name: 'Step 1 of 5' }).waitFor();
  // What was written is not lost by that.
  await page.getByRole('button', { name: 'Continue writing' }).click();
  await dialog.getByText('2 appointments').waitFor();
  expect(await page.getByRole('textbox', { name: 'Text', exact: true }).inputValue()).toBe(
    'We are closed today.',
  );
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: /^(Send|Text) \d+/ }).click();
  await tour.getByRole('heading', { name: 'Step 5 of 5' }).waitFor();
  await tour.getByRole('log').getByText('We are closed today.').waitFor();
  await expectAccessible(page, 'the last step');
  await screenshot(page, 'tour-answer');

  // It stays through a reload.
  await page.reload();
  await tour.getByRole('textbox', { name: /^Answer from/ }).fill('STOP');
  await tour.getByRole('button', { name: 'Answer' }).click();
  await tour.getByRole('heading', { name: 'That is how it goes' }).waitFor();
  await screenshot(page, 'tour-end');
  expect((await server.call('GET', '/api/suppressions')).json).toMatchObject({
    items: [{ reason: 'stop' }],
  });
  // Where the answer is seen.
  await tour.getByRole('link', { name: 'Open the message' }).click();
  const recipients = page.getByRole('list', { name: 'Recipients' });
  await recipients.getByText('replied: “STOP”').waitFor();
  await tour.getByRole('button', { name: 'End the tour' }).last().click();
  await tour.waitFor({ state: 'hidden' });
});

test('on a phone it stands over the page, and can be begun again and left', async () => {
  const page = await openWindow(server.url, owner, phone);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Take the tour' }).click();
  const tour = page.getByRole('complementary', { name: 'Tour' });
  await tour.getByText('Tick two or three appointments').waitFor();
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  await expectAccessible(page, 'the tour on a phone');
  await screenshot(page, 'tour-phone');
  await tour.getByRole('button', { name: 'End the tour' }).click();
  await tour.waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  await expect.poll(() => tour.count()).toBe(0);
});
