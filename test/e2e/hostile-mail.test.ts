import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxDevicePage } from '../../src/contract/sandbox.ts';
import { launchBrowser } from '../support/browser.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

/** Whoever waits for a mail to call home. */
const asked: string[] = [];
const elsewhere = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end();
}).listen(0, '127.0.0.1');
await once(elsewhere, 'listening');
// It listens on a TCP port, so its address is no path.
const home = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
afterAll(() => elsewhere.close());

const html =
  '<h2>Snow</h2><p>Dear {{ participant.first_name }}, we are <strong>closed</strong>.</p>';

beforeAll(async () => {
  await server.call(
    'POST',
    '/api/broadcasts',
    {
      audience: { people: [{ name: 'Ana Ruiz', email: 'ana@example.com' }] },
      content: { email: { subject: 'Closed', html, replyTo: 'answers@example.com' } },
    },
    { 'idempotency-key': crypto.randomUUID() },
  );
  await waitFor(messages, (all) => all.length === 1);
});

async function messages() {
  const { json } = await server.call('GET', '/api/sandbox/devices?kind=mailbox');
  return sandboxDevicePage.parse(json).items.flatMap((device) => device.messages);
}

test('a mailbox shows a mail as its reader would see it, and its plain text behind a switch', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/phones');
  const mailbox = page.getByRole('region', { name: 'Ana Ruiz, ana@example.com' });
  const frame = mailbox.locator('iframe[title^="Email"]');
  expect(await frame.getAttribute('sandbox')).toBe('');
  await frame.contentFrame().locator('strong').getByText('closed').waitFor();
  await frame.contentFrame().getByRole('heading', { name: 'Snow' }).waitFor();
  await mailbox.getByText('Answers go to answers@example.com').waitFor();
  await lookAt(page, 'phones-mail');
  await mailbox.getByRole('radio', { name: 'As a mail' }).focus();
  await page.keyboard.press('ArrowRight');
  await mailbox.getByText('Dear Ana, we are closed.').waitFor();
  expect(await frame.count()).toBe(0);
});

const hostile = `<!doctype html><html><head><base href="${home}/base/">
<meta http-equiv="refresh" content="0; url=${home}/refresh">
<link rel="stylesheet" href="${home}/sheet"><link rel="prefetch" href="${home}/prefetch">
<style>@import url(${home}/import);
  @font-face { font-family: x; src: url(${home}/font) }
  html, body { position: fixed; inset: -2000px; z-index: 2147483647; background: url(${home}/paint) red; font-family: x }
  :root, * { visibility: visible !important }</style></head>
<body onload="top.hostile = 1; document.title = 'taken over'">
<p id="words">We are closed.</p>
<script>top.hostile = 1; parent.document.title = 'taken over'; fetch('${home}/fetch')</script>
<img src="${home}/pixel" onerror="top.hostile = 1"><img src="/api/session" srcset="${home}/srcset 2x">
<svg onload="top.hostile = 1"><image href="${home}/svg"/></svg>
<form action="${home}/form" method="post" target="_top"><input name="password"><button>Sign in</button></form>
<a id="link" href="${home}/top" target="_top">our page</a>
<iframe src="javascript:top.hostile = 1"></iframe><iframe src="${home}/frame"></iframe>
<object data="${home}/object"></object><embed src="${home}/embed"><video src="${home}/video" poster="${home}/poster"></video>
</iframe></div></section></main><script>top.hostile = 1</script>
</body></html>`;

test('hostile HTML in a mailbox runs nothing, fetches nothing, sends nothing and stays in its frame', async () => {
  // What we send was cleaned; this is as if it had not been.
  await server.database.engine.query(
    `update sandbox_message set content = jsonb_set(content, '{html}', to_jsonb($1::text))`,
    [hostile],
  );
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ baseURL: server.url });
    for (const pair of owner.cookie.split('; ')) {
      const [name = '', ...value] = pair.split('=');
      await context.addCookies([{ name, value: value.join('='), url: server.url }]);
    }
    const page = await context.newPage();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => dialogs.push(dialog.message()));
    await page.goto('/phones');
    const mailbox = page.getByRole('region', { name: 'Ana Ruiz, ana@example.com' });
    const frame = mailbox.locator('iframe[title^="Email"]');
    const inside = frame.contentFrame();
    await inside.locator('#words').waitFor();
    const title = await page.title();

    await inside.getByRole('button', { name: 'Sign in' }).evaluate((button: HTMLElement) => {
      button.click();
    });
    await inside.locator('#link').evaluate((link: HTMLElement) => {
      link.click();
    });
    await page.waitForLoadState('networkidle');
    // The page refreshes its list meanwhile, and is still itself.
    await page.waitForResponse((response) => response.url().includes('/api/sandbox/devices'));
    expect(new URL(page.url()).pathname).toBe('/phones');
    expect(await page.title()).toBe(title);
    expect(await page.evaluate('window.hostile')).toBeUndefined();
    expect(dialogs).toEqual([]);
    expect(asked).toEqual([]);

    // It covers its frame at most: what stands beside it can still be seen and used.
    const heading = mailbox.getByRole('heading', { name: 'Ana Ruiz' });
    await heading.click({ timeout: 5_000 });
    await mailbox.getByText('Plain text').click({ timeout: 5_000 });
    await mailbox.getByText('Dear Ana, we are closed.').waitFor();

    // Opened by itself it may do no more.
    const [message] = await messages();
    await page.goto(`/api/sandbox/messages/${message?.id}/html`);
    await page.locator('#words').waitFor();
    expect(await page.evaluate('window.hostile')).toBeUndefined();
    expect(await page.evaluate('self.origin')).toBe('null');
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('an email of another account, or none, is not there', async () => {
  const [message] = await messages();
  const path = `/api/sandbox/messages/${message?.id}/html`;
  const headers = { authorization: `Bearer ${server.token}` };
  expect((await fetch(`${server.url}${path}`, { headers })).status).toBe(200);
  expect((await fetch(`${server.url}${path}`)).status).toBe(401);
  const unknown = `/api/sandbox/messages/${crypto.randomUUID()}/html`;
  expect(await server.call('GET', unknown)).toMatchObject({
    status: 404,
    json: { code: 'not_found' },
  });
});
