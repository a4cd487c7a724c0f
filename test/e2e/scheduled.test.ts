import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { mp3 } from '../support/sounds.ts';
import { testServer } from '../support/test-server.ts';
import { typeIn } from '../support/type-appointment.ts';
import { upload } from '../support/upload.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectAccessible } from './support/accessibility.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();
const YEAR = new Date().getUTCFullYear() + 1;
const people = ['+12125550121', '+12125550122'].map((phone) => ({ phone }));

test('a scheduled message is moved, edited by keyboard, and sent now from its page', async () => {
  const id = await schedule('We close early');
  const page = await openWindow(server.url, owner);
  await page.goto(`/outbox/${id}`);
  await page.getByRole('img', { name: 'Waiting: somebody and somebody.' }).waitFor();
  await lookAt(page, 'scheduled');

  await button(page, 'Move').click();
  await page.getByLabel('Time', { exact: true }).fill('07:30');
  await page.getByLabel('Day', { exact: true }).fill('2020-01-01');
  await button(page, 'Move it').click();
  await page.getByText(/has passed/).waitFor();
  await lookAt(page, 'scheduled-move');
  await page.getByLabel('Day', { exact: true }).fill(`${YEAR}-03-04`);
  await page.keyboard.press('Enter');
  await page.getByText(/^Scheduled for .*7:30/).waitFor();

  await button(page, 'Edit').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Edit the scheduled message' });
  await dialog.getByText(/stays scheduled as it is until you/).waitFor();
  await lookAt(page, 'scheduled-edit');
  expect(await dialog.getByLabel('Time', { exact: true }).inputValue()).toBe('07:30');
  await dialog.getByRole('textbox', { name: 'Text', exact: true }).fill('We close at noon');
  await button(page, 'Review').click();
  await page.getByRole('button', { name: /^Schedule: text 2/ }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'the message in its place' }).click();
  await page.getByRole('heading', { name: 'We close at noon' }).waitFor();
  await page.getByText(/^Scheduled for .*7:30/).waitFor();

  await button(page, 'Send now').click();
  await page.getByText('2 messages go out at once.').waitFor();
  await lookAt(page, 'scheduled-send-now');
  await button(page, 'Send it now').click();
  await page.getByRole('button', { name: 'Delivered 2', exact: true }).waitFor();
  await page.goto('/phones?text=0121');
  await page.getByText('We close at noon').waitFor();
  expect(await page.getByText('We close early').count()).toBe(0);
});

test('what is being written is thrown away for an edit only by consent', async () => {
  const id = await schedule('Bring your card');
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Something else');
  await page.goto(`/outbox/${id}`);
  await button(page, 'Edit').click();
  await button(page, 'Keep what I am writing').click();
  await button(page, 'Edit').click();
  await button(page, 'Throw it away and edit this one').click();
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await expect.poll(() => text.inputValue()).toBe('Bring your card');
  // It begins while it is edited: nothing is changed, and nothing that was typed is lost.
  await text.fill('Bring both cards');
  await server.call('PUT', `/api/broadcasts/${id}/send-time`, { sendLater: null });
  await waitFor(
    () => read(id),
    ({ state }) => state === 'sent',
  );
  await button(page, 'Review').click();
  await page.getByRole('button', { name: /^Schedule: text 2/ }).click();
  await page.getByText(/It is not waiting for its time any more/).waitFor();
  await lookAt(page, 'scheduled-too-late');
  await button(page, 'Back').click();
  expect(await text.inputValue()).toBe('Bring both cards');
});

test('the speed is set on its page, with what it means for the time left', async () => {
  const id = await schedule('Slowly');
  const page = await openWindow(server.url, owner);
  await page.goto(`/outbox/${id}`);
  await button(page, 'Speed').click();
  await page.getByText('So many a minute', { exact: true }).click();
  await page.getByLabel('Messages a minute, on each channel').fill('1');
  await page.getByText('Then what is left takes about 2 min').waitFor();
  await lookAt(page, 'scheduled-speed');
  await button(page, 'Set the speed').click();
  await button(page, 'Speed: 1 a minute').click();
  expect((await read(id)).perMinute).toBe(1);
  await page.getByText('As fast as the carrier takes it').click();
  await button(page, 'Set the speed').click();
  await button(page, 'Speed').waitFor();
  expect((await read(id)).perMinute).toBeNull();
});

test('the person’s panel takes back what waits for them, and shows what they answered', async () => {
  const visit = await typeIn(server.call, {
    times: { start: `${YEAR}-03-08T09:00`, end: `${YEAR}-03-08T09:30` },
    people: [
      { name: 'Ana Ruiz', phone: '+12125550131' },
      { name: 'Ben Ruiz', phone: '+12125550132' },
    ],
  });
  const sound = await upload(server.call, await mp3(1), 'hello.mp3', 'audio');
  const id = await schedule('Bring your card', {
    audience: { appointments: { includeIds: [visit.id] } },
    content: { sms: { text: 'Bring your card' }, voice: { audioId: sound.id } },
  });
  const answered = { channel: 'sms', address: '+12125550131' };
  await server.call('POST', '/api/sandbox/replies', { ...answered, text: 'Thank you' });
  await server.call('POST', '/api/sandbox/replies', { ...answered, text: 'HELP' });
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await button(page, 'Ana Ruiz').click();
  const panel = page.getByRole('dialog', { name: 'Ana Ruiz' });
  await panel.getByText('Thank you').waitFor();
  await panel.getByText(/taken as HELP/).waitFor();
  await panel.getByLabel('What the call plays').waitFor();
  expect(await panel.getByRole('button', { name: 'Send now', exact: true }).count()).toBe(0);
  await lookAt(page, 'person-waiting');
  await panel
    .getByRole('button', { name: 'Take back for them', exact: true })
    .last()
    .press('Enter');
  await page.getByText(/They do not get it; whoever else it is for does/).waitFor();
  await lookAt(page, 'person-cancel');
  await button(page, 'Take it back').click();
  await panel.getByText('Taken back', { exact: true }).waitFor();
  expect(await read(id)).toMatchObject({ counts: { waiting: 3, taken_back: 1 } });
  await page.goto(`/outbox/${id}`);
  await button(page, 'Edit').click();
  await page.getByText('What was taken back for 1 person stays taken back in this one.').waitFor();
  await lookAt(page, 'scheduled-edit-without-one');
});

test('without a connection one quiet line says so, until it is back', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/outbox');
  await page.getByRole('heading', { name: 'Outbox' }).waitFor();
  const line = page.getByText('No connection. What you typed is kept;', { exact: false });
  await page.context().setOffline(true);
  await line.waitFor();
  await expectAccessible(page, 'offline');
  await screenshot(page, 'offline');
  await page.context().setOffline(false);
  await line.waitFor({ state: 'detached' });
});

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

async function schedule(text: string, more: object = {}): Promise<string> {
  const body = {
    audience: { people },
    content: { sms: { text } },
    sendLater: { wall: `${YEAR}-03-04T09:00`, zone: 'America/New_York' },
    ...more,
  };
  const key = crypto.randomUUID();
  const made = await server.call('POST', '/api/broadcasts', body, { 'idempotency-key': key });
  return broadcast.parse(made.json).id;
}

async function read(id: string) {
  return broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json);
}
