import { createMp3Encoder } from 'wasm-media-encoders';
import wavefile from 'wavefile';

/** A tone of 440 Hz, half as loud as it goes unless told otherwise. */
function tone(rate: number, seconds: number, loud: number): Float32Array {
  return Float32Array.from(
    { length: rate * seconds },
    (_, n) => loud * Math.sin((2 * Math.PI * 440 * n) / rate),
  );
}

/** It as a stereo MP3, encoded by LAME. */
export async function mp3(seconds: number, loud = 0.5): Promise<Buffer> {
  const rate = 44_100;
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate: rate, channels: 2, bitrate: 128 });
  const samples = tone(rate, seconds, loud);
  const parts: Buffer[] = [];
  for (let at = 0; at < samples.length; at += rate) {
    const part = samples.subarray(at, at + rate);
    parts.push(Buffer.from(encoder.encode([part, part])));
  }
  return Buffer.concat([...parts, Buffer.from(encoder.finalize())]);
}

/** It as a WAV of so many channels and bits. */
export function wav(seconds: number, { rate = 48_000, channels = 2, loud = 0.5 } = {}): Buffer {
  const file = new wavefile.WaveFile();
  const samples = Int16Array.from(tone(rate, seconds, loud), (sample) => sample * 32_767);
  file.fromScratch(
    channels,
    rate,
    '16',
    Array.from({ length: channels }, () => samples),
  );
  return Buffer.from(file.toBuffer());
}

/** What a WAV is, read by a program that nobody of ours wrote. */
export function readWav(bytes: Uint8Array) {
  const file = new wavefile.WaveFile(bytes);
  // It says so only in its declarations of all formats together.
  const { numChannels, sampleRate, bitsPerSample } = file.fmt as Record<string, number>;
  return { numChannels, sampleRate, bitsPerSample, samples: file.getSamples(false, Int16Array) };
}
