import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const SCRIPT = '<img src=x onerror=window.ranScript=1>';
const LONG = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(5);
const server = await testServer({ page: true });
const owner = await server.signUp();
await importEvents();
const openWindow = browserForFile();

test('markup in titles, names and messages is text everywhere', async () => {
  const broadcast = {
    audience: { appointments: { filter: {} } },
    content: {
      sms: { text: `${SCRIPT} {{ participant.name }}` },
      email: { subject: SCRIPT, text: `{{ participant.name }} ${SCRIPT}` },
    },
  };
  const key = { 'idempotency-key': 'markup everywhere' };
  const sent = await server.call('POST', '/api/broadcasts', broadcast, key);
  expect(sent.status).toBe(201);
  const { id } = sent.json as { id: string };
  const page = await openWindow(server.url, owner);
  for (const path of ['/', '/outbox', `/outbox/${id}`, '/phones', '/settings']) {
    await page.goto(path);
    await page.getByText('<img src=x').first().waitFor();
    expect(await page.evaluate('window.ranScript'), path).toBeUndefined();
  }
});

test('a very long name hides neither the signs beside it nor the way back', async () => {
  for (const view of [{}, phone]) {
    const page = await openWindow(server.url, owner, view);
    await page.goto('/');
    const row = page.getByRole('row').filter({ hasText: LONG });
    const signs = row.getByRole('img', { name: 'Can be reached by text, call and email' });
    expect(
      await isWithin(
        signs.locator('svg').last(),
        row.locator('td').filter({ has: page.getByRole('img') }),
      ),
    ).toBe(true);
    await row.getByRole('button', { name: LONG, exact: true }).click();
    const close = page.getByRole('dialog').getByRole('button', { name: 'Close' });
    expect(await isWithin(close, page.locator('body'))).toBe(true);
    await screenshot(page, `long-name-${view === phone ? 'phone' : 'desk'}`);
  }
});

test('an appointment of several days says until when', async () => {
  const page: Page = await openWindow(server.url, owner);
  await page.goto('/');
  await page.getByText(/^Conference until \w{3}, \w{3} \d+$/).waitFor();
});

/** Whether the whole of one box lies in the other, from left to right. */
async function isWithin(inner: Locator, outer: Locator): Promise<boolean> {
  await inner.waitFor();
  const [a, b] = [await inner.boundingBox(), await outer.boundingBox()];
  if (!a || !b) return false;
  return a.x >= b.x && a.x + a.width <= b.x + b.width;
}

async function importEvents(): Promise<void> {
  const day = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const event = (uid: string, lines: string[]) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${day(0)}T000000Z`,
    ...lines,
    'END:VEVENT',
  ];
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `X-WR-CALNAME:${SCRIPT}`,
    ...event('script', [
      `DTSTART:${day(3)}T150000Z`,
      `SUMMARY:${SCRIPT}`,
      `LOCATION:${SCRIPT}`,
      `ATTENDEE;CN="${SCRIPT}":tel:+12125550101`,
    ]),
    ...event('long', [
      `DTSTART:${day(3)}T160000Z`,
      `SUMMARY:${LONG} +12125550102`,
      `ATTENDEE;CN="${LONG}":mailto:long@example.com`,
    ]),
    ...event('days', [
      `DTSTART;VALUE=DATE:${day(3)}`,
      `DTEND;VALUE=DATE:${day(6)}`,
      'SUMMARY:Conference',
    ]),
    'END:VCALENDAR',
  ].join('\r\n');
  const form = new FormData();
  form.set('file', new Blob([text], { type: 'text/calendar' }), 'hostile.ics');
  const { status, json } = await server.call('POST', '/api/calendars/import', form);
  if (status !== 200) throw new Error(`the import answered ${status}: ${JSON.stringify(json)}`);
}
