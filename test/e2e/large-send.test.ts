import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { importClinic, tickFirst } from './support/clinic.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

test('a large send goes only when its number is typed', async () => {
  await importClinic(server.call);
  const { json: policy } = await server.call('GET', '/api/sending-policy');
  await server.call('PUT', '/api/sending-policy', { ...(policy as object), largeSend: 3 });
  for (const [name, view] of Object.entries({ desktop: {}, phone })) {
    const page = await openWindow(server.url, owner, view);
    await page.goto('/');
    await tickFirst(page, 8);
    await page.getByRole('button', { name: 'Compose' }).first().click();
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('We are closed today.');
    await page.getByRole('button', { name: 'Review' }).click();
    const send = page.getByRole('button', { name: /^(Text|Send) \d+/ });
    const count = page.getByLabel(/^This goes to \d+ people$/);
    await count.waitFor();
    expect(await send.isDisabled()).toBe(true);
    await count.fill('1');
    expect(await send.isDisabled()).toBe(true);
    const title = await page.getByText(/^This goes to \d+ people$/).innerText();
    await count.fill(/\d+/.exec(title)?.[0] ?? '');
    await screenshot(page, `large-send-${name}`);
    await expectAccessible(page, `large send, ${name}`);
    await send.click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
  }
});
