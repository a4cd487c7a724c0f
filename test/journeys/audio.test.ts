import { beforeAll, expect, test } from 'vitest';
import { type Attachment, attachment } from '../../src/contract/attachment.ts';
import { dot, formOf } from '../support/files.ts';
import { mp3, readWav, wav } from '../support/sounds.ts';
import { testServer } from '../support/test-server.ts';

const server = await testServer();
let cookie = '';

beforeAll(async () => {
  cookie = (await server.signUp()).cookie;
});

test.each([
  ['an MP3', 'closed.mp3', () => mp3(3), 3.03],
  ['a WAV', 'closed.wav', async () => wav(2), 2],
  ['a WAV of a telephone', 'closed.wav', async () => wav(2, { rate: 8_000, channels: 1 }), 2],
])('%s becomes what telephony plays', async (_what, name, make, seconds) => {
  const made = await upload(await make(), name);
  expect(made.seconds).toBeCloseTo(seconds, 1);
  expect(made.peak).toBeGreaterThan(0.4);
  expect(made.peak).toBeLessThan(0.6);
  expect(made.phone).toMatchObject({ type: 'audio/wav' });
  const played = await fetch(
    new URL(`/api/attachments/${made.id}/content?rendition=phone`, server.url),
    { headers: { cookie } },
  );
  expect(played.headers.get('content-type')).toBe('audio/wav');
  const sound = readWav(new Uint8Array(await played.arrayBuffer()));
  expect(sound).toMatchObject({ numChannels: 1, sampleRate: 8_000, bitsPerSample: 16 });
  expect(sound.samples.length / 8_000).toBeCloseTo(seconds, 1);
  // The tone is still there, and still 440 Hz: it passes zero 880 times a second.
  const middle = sound.samples.slice(4_000, 12_000);
  const turns = middle.filter((sample, n) => n > 0 && sample >= 0 !== (middle[n - 1] ?? 0) >= 0);
  expect(Math.abs(turns.length - 880)).toBeLessThan(5);
});

test.each<[string, string, () => Promise<Buffer>, RegExp]>([
  ['a picture', 'dot.png', async () => dot, /this is a PNG/],
  ['a picture with another name', 'dot.mp3', async () => dot, /is a PNG picture by its content/],
  ['a WAV with another name', 'a.mp3', async () => wav(1), /is a WAV sound by its content/],
  ['silence', 'a.wav', async () => wav(1, { loud: 0 }), /silent/],
  ['next to nothing', 'a.wav', async () => wav(0.1), /empty/],
  ['a WAV that is cut off', 'a.wav', async () => wav(2).subarray(0, 90_000), /cut off/],
  ['a WAV without sound', 'a.wav', async () => wav(1).subarray(0, 40), /damaged|not taken/],
  ['noise that calls itself MP3', 'a.mp3', noise, /damaged|empty|sample rate|not taken/],
  ['a title longer than the file', 'a.mp3', endlessTitle, /longer than the file|not taken/],
  ['a sound without end', 'a.mp3', endless, /longer than 5 minutes/],
  ['a sound that is an archive', 'a.mp3', archive, /a zip archive/],
])('%s is refused with its reason', async (_what, name, make, reason) => {
  const form = formOf(await make(), name);
  const answer = await server.call('POST', '/api/attachments?purpose=audio', form);
  expect(answer).toMatchObject({ status: 422, json: { code: 'file_refused' } });
  expect(answer.json).toMatchObject({ detail: expect.stringMatching(reason) });
});

async function upload(bytes: Uint8Array, name: string): Promise<Attachment> {
  const form = formOf(bytes, name, name.endsWith('.mp3') ? 'audio/mpeg' : 'audio/x-wav');
  const answer = await server.call('POST', '/api/attachments?purpose=audio', form);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.json));
  return attachment.parse(answer.json);
}

/** A frame of an MP3, and then no other. */
async function noise(): Promise<Buffer> {
  const bytes = Buffer.from(await mp3(2));
  for (let at = 2_000; at < bytes.length; at += 1) bytes[at] = (at * 7_919) % 251;
  return bytes;
}

/** Four times seven bits of length, all set: 256 MB of title. */
async function endlessTitle(): Promise<Buffer> {
  const tag = Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1');
  return Buffer.concat([tag, await mp3(1)]);
}

/** Seven minutes, whose header says that they are one second. */
async function endless(): Promise<Buffer> {
  const second = await mp3(10);
  return Buffer.concat(Array.from({ length: 42 }, () => second));
}

async function archive(): Promise<Buffer> {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  return Buffer.concat([await mp3(1), end]);
}
