import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { broadcastList } from '../../src/contract/broadcast.ts';
import { sendingPolicy } from '../../src/contract/sending-policy.ts';
import { pdf, photo } from '../support/files.ts';
import { mp3, wav } from '../support/sounds.ts';
import { testServer } from '../support/test-server.ts';
import { typeIn } from '../support/type-appointment.ts';
import { waitFor } from '../support/wait-for.ts';
import { type ChosenFile, chooseFile } from './support/choose-file.ts';
import { expectHeard } from './support/hear.ts';
import { openAdvanced } from './support/open-advanced.ts';
import { browserForFile, screenshot } from './support/open-desk.ts';
import { arrived, arrivedInWords } from './support/pretend-devices.ts';
import { openDevice, seeCounts, seeInFolder, seeTotal } from './support/read-desk.ts';
import { sentWords } from './support/sent-words.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

/** By the numbering plan of Britain, so that nobody has to be asked: a mobile, another, a landline. */
const ANA = '+447400123455';
const FAMILY = '+447400123456';
const BEN = '+442079460018';
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  const { json } = await server.call('GET', '/api/sending-policy');
  const policy = { ...sendingPolicy.parse(json), allowedCountries: ['US', 'GB'] };
  expect((await server.call('PUT', '/api/sending-policy', policy)).status).toBe(200);
  const lia = { name: 'Lía Ferrari', phone: FAMILY, email: 'lia@example.com' };
  await appointment('Check-up', '09:00', [lia]);
  await appointment('Vaccination', '09:30', [{ name: 'Tom Ferrari', phone: FAMILY }]);
  await appointment('Physio', '10:00', [
    { name: 'Ben Stone', phone: BEN, email: 'ben@example.com' },
    { name: 'Ida Stone', email: 'ida@example.com' },
  ]);
  await appointment('Cleaning', '10:30', [{ name: 'Zoe Hill', phone: '+447400123459' }]);
});

test('everything a desk does in a row, by what stands on the page', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/');
  await tellOnePerson(page);
  await takeBack(page);
  await tellThree(page);
  await scheduleForThree(page);
});

/** Nothing is ticked: one person is typed, and gets a text and an email with files, and a sound by phone. */
async function tellOnePerson(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Appointments' }).waitFor();
  await page.getByRole('button', { name: 'Compose', exact: true }).click();
  const to = page.getByRole('combobox', { name: 'To', exact: true });
  await expect.poll(() => to.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type(`Ana Ruiz, ${ANA}, ana@example.com`);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Our new entrance');
  await chooseFile(page.getByRole('button', { name: 'Attach file to the text', exact: true }), {
    name: 'door.jpg',
    mimeType: 'image/jpeg',
    buffer: await photo(600, 400),
  });
  await page.getByText(/goes as MMS/).waitFor();
  await page.getByRole('checkbox', { name: 'Email', exact: true }).check();
  await page.getByRole('textbox', { name: 'Subject', exact: true }).fill('The way in');
  await page.getByRole('textbox', { name: 'Email', exact: true }).fill('See the map.');
  await chooseFile(page.getByRole('button', { name: 'Attach file to the email', exact: true }), {
    name: 'map.pdf',
    mimeType: 'application/pdf',
    buffer: pdf,
  });
  await page.getByRole('button', { name: 'Remove map.pdf' }).waitFor();
  await page.getByRole('checkbox', { name: 'Call', exact: true }).check();
  await chooseSound(page, { name: 'hello.mp3', mimeType: 'audio/mpeg', buffer: await mp3(2) });
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByRole('button', { name: 'Send 1 text, 1 email and 1 call', exact: true }).click();
  await confirmed(page, 3);

  const phone = await openDevice(page, 'Ana Ruiz', ANA);
  await phone.getByText('Our new entrance').waitFor();
  await phone.getByRole('img', { name: 'door.jpg' }).waitFor();
  await expectHeard(phone.getByLabel('What the call plays'), 2);
  const mailbox = await openDevice(page, 'Ana Ruiz', 'ana@example.com');
  await mailbox.getByText('The way in', { exact: true }).waitFor();
  await mailbox.getByRole('link', { name: /^map\.pdf/ }).waitFor();
  await seeInFolder(page, 'Other', /^The way in/);
}

/** Three are ticked and written to on every channel, and it is taken back in time. */
async function takeBack(page: Page): Promise<void> {
  await tickThree(page);
  await writeToThree(page);
  await page.getByRole('button', { name: 'Send 1 text, 3 emails and 1 call', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back. Nothing was sent.').waitFor();
}

/** The same again, and now it goes: a text to the mobile, the call's own words to the landline. */
async function tellThree(page: Page): Promise<void> {
  await tickThree(page);
  await writeToThree(page);
  await screenshot(page, 'whole-desk-review');
  await page.getByRole('button', { name: 'Send 1 text, 3 emails and 1 call', exact: true }).click();
  // Three are left out, as the review says.
  await confirmed(page, 5, 3);
  await expect
    .poll(() => arrived(server.call, 'We are closed').then((all) => all.map(arrivedInWords)), {
      timeout: 20_000,
    })
    .toEqual([
      `${BEN} voice We are closed, says the call.`,
      `${FAMILY} sms We are closed, says the text.`,
      'ben@example.com email We are closed, Ben.',
      'ida@example.com email We are closed, Ida.',
      'lia@example.com email We are closed, Lía.',
    ]);
  await page.getByRole('link', { name: 'Appointments', exact: true }).click();
  // Tom has no mailbox; the one text to the family's phone is his as well.
  await counts(page, {
    'Lía Ferrari': '2 sent',
    'Tom Ferrari': '1 sent',
    'Ben Stone': '2 sent',
    'Ida Stone': '1 sent',
    'Zoe Hill': 'no',
  });
  await seeTotal(page, 'Physio', '3 sent');
  await screenshot(page, 'whole-desk-agenda');
  await seeInFolder(page, 'Appointments', /^Closed/);
}

/** A sound to all, later: it is scheduled until its time has come, and goes then. */
async function scheduleForThree(page: Page): Promise<void> {
  await tickThree(page);
  await page.getByRole('button', { name: 'Compose', exact: true }).first().click();
  await page.getByRole('checkbox', { name: 'Call', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Text', exact: true }).uncheck();
  await chooseSound(page, { name: 'news.wav', mimeType: 'audio/wav', buffer: wav(3) });
  await page.getByText('Later', { exact: true }).click();
  await page.getByLabel('Day', { exact: true }).fill(inDays(2));
  await page.getByLabel('Time', { exact: true }).fill('10:30');
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByRole('button', { name: /^Schedule: / }).click();
  await page.getByText(/^Scheduled\. 2 messages will go out on .+10:30.+New York/).waitFor();
  await counts(page, {
    'Lía Ferrari': '2 sent and 1 scheduled',
    'Tom Ferrari': '1 sent and 1 scheduled',
    'Zoe Hill': 'no',
  });
  await seeTotal(page, 'Physio', '3 sent and 1 scheduled');

  const { json } = await server.call('GET', '/api/broadcasts?state=scheduled');
  const [waiting] = broadcastList.parse(json).items;
  const time = new Date(waiting?.sendAt ?? '');
  server.clock.moveTo(time);
  const heard = await waitFor(laterCalls, (all) => all.length === 2);
  for (const { receivedAt } of heard) {
    expect(new Date(receivedAt).getTime() - time.getTime()).toBeGreaterThanOrEqual(0);
  }
  await page.reload();
  await counts(page, {
    'Lía Ferrari': '3 sent',
    'Tom Ferrari': '2 sent',
    'Ben Stone': '3 sent',
    'Ida Stone': '1 sent',
    'Zoe Hill': 'no',
  });
  await seeTotal(page, 'Physio', '4 sent');
  const phone = await openDevice(page, 'Ben Stone', BEN);
  await expectHeard(phone.getByLabel('What the call plays'), 3);
}

async function tickThree(page: Page): Promise<void> {
  for (const name of ['Check-up, Lía Ferrari', 'Vaccination, Tom Ferrari', 'Physio']) {
    await page.getByRole('checkbox', { name, exact: true }).check();
  }
  const selection = page.getByRole('region', { name: 'Selection' });
  await selection.getByText('3 appointments · 4 people').waitFor();
}

/** Opens Compose and writes a text, an email and a call, the call only where a text cannot go; up to the review. */
async function writeToThree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Compose', exact: true }).first().click();
  const write = (field: string, words: string) =>
    page.getByRole('textbox', { name: field, exact: true }).fill(words);
  await write('Text', 'We are closed, says the text.');
  await page.getByRole('checkbox', { name: 'Email', exact: true }).check();
  await write('Subject', 'Closed');
  await write('Email', 'We are closed, {{ participant.first_name }}.');
  await page.getByRole('checkbox', { name: 'Call', exact: true }).check();
  await write('What the call says', 'We are closed, says the call.');
  await openAdvanced(page);
  await page.getByRole('switch', { name: 'Call only where a text cannot go' }).click();
  await page.getByRole('button', { name: 'Review', exact: true }).click();
}

async function chooseSound(page: Page, sound: ChosenFile): Promise<void> {
  await page.getByText('Play a sound', { exact: true }).click();
  await chooseFile(page.getByRole('button', { name: 'Choose MP3 or WAV', exact: true }), sound);
  await page.getByLabel(`${sound.name}, as the telephone plays it`).waitFor();
}

/** The offer to undo, and after its time the confirmation. */
async function confirmed(page: Page, messages: number, leftOut = 0): Promise<void> {
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  server.clock.advance(11_000);
  await page.getByText(sentWords(messages, leftOut)).waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
}

async function counts(page: Page, of: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, words] of Object.entries(of)) {
    await seeCounts(page, name, words === 'no' ? 'no messages' : words);
  }
}

/** The calls of the last step: those with a sound, but for Ana's. */
async function laterCalls() {
  const all = await arrived(server.call, '');
  return all.filter(({ address, call }) => address !== ANA && typeof call?.audioId === 'string');
}

function appointment(title: string, start: string, people: object[]) {
  const day = inDays(3);
  const end = `${start.slice(0, 3)}${Number(start.slice(3)) + 25}`;
  return typeIn(server.call, {
    title,
    people,
    times: { start: `${day}T${start}`, end: `${day}T${end}` },
  });
}
