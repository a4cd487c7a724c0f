import { test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { typeIn } from '../support/type-appointment.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('a number that takes no texts has no sign of a text beside it, on the agenda', async () => {
  const page = await openWindow(server.url, owner);
  await typeIn(server.call, {
    people: [
      { name: 'Lan Dline', phone: '+442079460018' },
      { name: 'Mo Bile', phone: '+447400123456', email: 'mo@example.com' },
    ],
  });
  await page.goto('/');
  const grid = page.getByRole('grid', { name: 'Appointments' });
  await grid
    .getByRole('img', { name: 'Can be reached by call; the number takes no texts' })
    .waitFor();
  await grid.getByRole('img', { name: 'Can be reached by text, call and email' }).waitFor();
  await lookAt(page, 'reached-by');
});
