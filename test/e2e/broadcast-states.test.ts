import { expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('paused, its speed, and the question before it is taken back, each by keys alone', async () => {
  const made = await server.call(
    'POST',
    '/api/broadcasts',
    {
      audience: { people: [{ name: 'Ana Ruiz', phone: '+12125550123' }] },
      content: { sms: { text: 'Closed because of snow' } },
      undoSeconds: 60,
    },
    { 'idempotency-key': 'broadcast states' },
  );
  const { id } = broadcast.parse(made.json);
  const page = await openWindow(server.url, owner);
  await page.goto(`/outbox/${id}`);
  await page.getByRole('button', { name: 'Pause', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
  await lookAt(page, 'message-paused');

  const speed = page.getByRole('button', { name: 'Speed', exact: true });
  await speed.press('Enter');
  const pace = page.getByRole('dialog', { name: 'How fast it goes' });
  await pace.getByRole('radio', { name: 'So many a minute' }).press('Space');
  await pace.getByLabel('Messages a minute, on each channel').waitFor();
  await lookAt(page, 'message-speed');
  await page.keyboard.press('Escape');
  await pace.waitFor({ state: 'detached' });
  await expect.poll(() => speed.evaluate((it) => it === document.activeElement)).toBe(true);

  const takeBack = page.getByRole('button', { name: 'Take back', exact: true });
  await takeBack.press('Enter');
  const question = page.getByRole('dialog', { name: 'Take back' });
  await question.getByText('Take back 1 message not sent yet? This cannot be undone.').waitFor();
  await lookAt(page, 'message-take-back');
  await question.getByRole('button', { name: 'Let it go on', exact: true }).press('Enter');
  await question.waitFor({ state: 'detached' });
  await takeBack.press('Enter');
  await question.getByRole('button', { name: 'Take it back', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Taken back 1', exact: true }).waitFor();
  await lookAt(page, 'message-taken-back');
});

test.each([
  ['a message', '/outbox/00000000-0000-4000-8000-000000000000'],
  ['a report', '/outbox/00000000-0000-4000-8000-000000000000/report'],
])('from %s that does not exist there is a way back to the Outbox', async (_, path) => {
  const page = await openWindow(server.url, owner);
  await page.goto(path);
  await page.getByText('There is no such message.').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Outbox', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Outbox' }).waitFor();
});
