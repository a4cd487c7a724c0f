import { expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { sandboxDevicePage } from '../../src/contract/sandbox.ts';
import { pdf, photo } from '../support/files.ts';
import { wav } from '../support/sounds.ts';
import { testServer } from '../support/test-server.ts';
import { upload } from '../support/upload.ts';
import { waitFor } from '../support/wait-for.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const { call } = server;
const owner = await server.signUp();
const openWindow = browserForFile();

const people = [
  { name: 'Ana Ruiz', phone: '+12125550121', email: 'ana@example.com' },
  { name: 'Bo Lund', phone: '+12125550122', email: 'bo@example.com' },
];

async function send(): Promise<string> {
  const ids = {
    photo: (await upload(call, await photo(300, 200), 'garden.jpg')).id,
    plan: (await upload(call, pdf, 'directions.pdf')).id,
    sound: (await upload(call, wav(2), 'closed.wav', 'audio')).id,
    machine: (await upload(call, wav(1), 'machine.wav', 'audio')).id,
  };
  const content = {
    sms: { text: 'Our garden, {{ participant.first_name }}', attachments: [ids.photo] },
    email: {
      subject: 'Garden party',
      html: '<p>Dear {{ participant.first_name }}, <b>come</b>.</p>',
      fromName: 'Hill Street',
      replyTo: 'garden@example.com',
      attachments: [ids.plan],
    },
    voice: {
      audioId: ids.sound,
      voicemail: { audioId: ids.machine },
      keys: { confirm: '1', callBack: '2', optOut: '9' },
    },
  };
  const made = await call(
    'POST',
    '/api/broadcasts',
    { audience: { people }, content, ignoreQuietHours: true },
    { 'idempotency-key': crypto.randomUUID() },
  );
  const { id } = broadcast.parse(made.json);
  await waitFor(
    async () => broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json),
    ({ counts }) => counts.delivered === 6,
  );
  return id;
}

async function press(address: string, ...keys: string[]): Promise<void> {
  const { json } = await call('GET', `/api/sandbox/devices?text=${encodeURIComponent(address)}`);
  const [device] = sandboxDevicePage.parse(json).items;
  const messageId = device?.messages.find(({ channel }) => channel === 'voice')?.id;
  for (const key of keys) {
    expect((await call('POST', '/api/sandbox/keys', { messageId, key })).status).toBe(204);
  }
}

test('the page of a message shows all that it says, with its files and sounds, and who pressed which key', async () => {
  const id = await send();
  const page = await openWindow(server.url, owner);
  await page.goto(`/outbox/${id}`);
  await page.getByText('What it says').click();
  await page.getByText('Our garden, {{ participant.first_name }}').waitFor();
  await page.getByRole('img', { name: 'garden.jpg' }).waitFor();
  await page.getByText('From Hill Street').waitFor();
  await page.getByText('Answers go to garden@example.com').waitFor();
  await page.getByRole('link', { name: /directions\.pdf/ }).waitFor();
  await page
    .getByText('Heeds keys: 1 confirms, 2 asks to be called back, 9 wants no more')
    .waitFor();
  for (const [label, seconds] of [
    ['What the call plays', 2],
    ['What voicemail is played', 1],
  ] as const) {
    const player = page.getByLabel(label);
    await expect
      .poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration))
      .toBeCloseTo(seconds, 0);
  }

  // Told live, while one looks on.
  await press('+12125550121', '1', '2');
  await press('+12125550122', '1', '9');
  await page
    .getByText('Answered by keys: 2 confirmed, 1 wants to be called back, 1 wants no more calls.')
    .waitFor();
  const rows = page.getByRole('list', { name: 'Recipients' }).getByRole('listitem');
  const call1 = rows.filter({ hasText: 'Ana Ruiz' }).filter({ hasText: 'Call' });
  await call1.getByText('answered by a person: confirmed, wants to be called back').waitFor();
  await lookAt(page, 'broadcast-content');

  const mail = rows.filter({ hasText: 'Bo Lund' }).filter({ hasText: 'Email' });
  await mail.getByRole('button').click();
  await mail.locator('iframe').contentFrame().getByText('Dear Bo,').waitFor();
  await mail.getByText('Answers go to garden@example.com').waitFor();
});
