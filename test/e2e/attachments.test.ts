import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { photo } from '../support/files.ts';
import type { SignedUp } from '../support/sign-up.ts';
import { mp3 } from '../support/sounds.ts';
import { testServer } from '../support/test-server.ts';
import { expectAccessible } from './support/accessibility.ts';
import { chooseFile } from './support/choose-file.ts';
import { expectHeard } from './support/hear.ts';
import { browserForFile, phone, screenshot } from './support/open-desk.ts';

const server = await testServer({ page: true });
const openWindow = browserForFile();
let owner: SignedUp;

beforeAll(async () => {
  owner = await server.signUp();
});

test('a picture is dropped on the text, a sound is played by the call, and both arrive', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  await compose(page);
  const picture = await photo(1_200, 900);
  await drop(page, picture, 'garden.jpg', 'image/jpeg');
  await page.getByText('garden.jpg', { exact: false }).first().waitFor();
  await page.getByText(/goes as MMS/).waitFor();

  await page.getByRole('checkbox', { name: 'Call', exact: true }).check();
  await page.getByText('Play a sound').click();
  await chooseSound(page, 'Choose MP3 or WAV', 'closed.mp3', await mp3(2));
  await expectHeard(page.getByLabel('closed.mp3, as the telephone plays it'), 2);
  await page.getByRole('checkbox', { name: /Heed keys/ }).check();
  await page.getByRole('checkbox', { name: /something else to voicemail/ }).check();
  await page
    .getByRole('textbox', { name: 'To voicemail' })
    .fill('Please call us back, {{ participant.first_name }}.');
  await page.getByText('To voicemail: “Please call us back, Ana.”').waitFor();
  await screenshot(page, 'compose-files');
  await expectAccessible(page, 'compose with files');

  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: /^Send 1 text/ }).click();
  await page.getByText(/^Sent\./).waitFor({ timeout: 30_000 });
  await page.goto('/phones');
  const device = page.getByRole('region', { name: /Ana Ruiz/ });
  await device.getByRole('img', { name: 'garden.jpg' }).waitFor();
  await device.getByRole('button', { name: '9: no more calls' }).click();
  await device.getByText('9 was pressed').waitFor();
  await screenshot(page, 'phones-files');
});

test('voicemail is played a sound of its own, and a file that is none is refused', async () => {
  const tom = '+12125550177';
  const fault = { kind: 'phone', address: tom, fault: 'voicemail' };
  await server.call('PUT', '/api/sandbox/faults', fault);
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  await page.getByRole('combobox', { name: 'To' }).fill(`Tom Ferrari ${tom}`);
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Call', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Text', exact: true }).uncheck();
  await page.getByRole('textbox', { name: 'What the call says' }).fill('We are closed.');
  await page.getByRole('checkbox', { name: /something else to voicemail/ }).check();
  const which = page.getByRole('radiogroup', { name: 'The message for voicemail' });
  await which.getByText('Play a sound').click();
  await chooseSound(page, 'Choose MP3 or WAV for voicemail', 'no.mp3', Buffer.from('no sound'));
  await page.getByText(/^no\.mp3: /).waitFor();
  await page.getByRole('button', { name: 'Dismiss no.mp3' }).click();
  await chooseSound(page, 'Choose MP3 or WAV for voicemail', 'machine.mp3', await mp3(1));
  await expectHeard(page.getByLabel('machine.mp3, as the telephone plays it'), 1);
  await page.getByLabel('What voicemail is played').waitFor();
  await screenshot(page, 'compose-voicemail-sound');
  await expectAccessible(page, 'compose with a sound for voicemail');
  await page.setViewportSize({ width: 390, height: 844 });
  await screenshot(page, 'compose-voicemail-sound-phone');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Call 1 person', exact: true }).click();
  await page.getByText(/^Sent\./).waitFor({ timeout: 30_000 });
  await page.goto('/phones');
  const device = page.getByRole('region', { name: /Tom Ferrari/ });
  await expectHeard(device.getByLabel('What the call plays'), 1);
});

test('what is refused says why, and can be put away', async () => {
  const page = await openWindow(server.url, owner, phone);
  await page.goto('/?compose=true');
  await compose(page);
  await drop(page, Buffer.from('<svg onload="x()"/>'), 'logo.svg', 'image/svg+xml');
  await page.getByText(/logo\.svg: Web pages, SVG and scripts are not taken/).waitFor();
  await screenshot(page, 'compose-files-phone');
  await page.getByRole('button', { name: 'Dismiss logo.svg' }).click();
  await expect.poll(() => page.getByText('logo.svg').count()).toBe(0);
});

async function compose(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'To' }).fill('Ana Ruiz +1 212 555 0123');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Our garden party');
}

function chooseSound(page: Page, button: string, name: string, buffer: Buffer): Promise<void> {
  const pressed = page.getByRole('button', { name: button, exact: true });
  return chooseFile(pressed, { name, mimeType: 'audio/mpeg', buffer });
}

/** Drops a file on the text, as from a folder of the desktop. */
async function drop(page: Page, bytes: Buffer, name: string, type: string): Promise<void> {
  const data = await page.evaluateHandle(
    ({ base64, name, type }) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
      return transfer;
    },
    { base64: bytes.toString('base64'), name, type },
  );
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.dispatchEvent('dragover', { dataTransfer: data });
  await text.dispatchEvent('drop', { dataTransfer: data });
}
