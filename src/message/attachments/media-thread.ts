import { readFile, writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { inspectFile } from './inspect-file.ts';
import type { MediaFacts, MediaJob } from './media-job.ts';
import { telephoneSound } from './telephone-sound.ts';

// A thread for one file: what is unpacked or decoded of it ends with the thread.
// Given by askMediaThread, which is the only one that starts it.
parentPort?.postMessage(await look(workerData as MediaJob));

async function look({ purpose, path, name, declared, phonePath }: MediaJob): Promise<MediaFacts> {
  const bytes = await readFile(path);
  const inspected = await inspectFile(bytes, name, declared);
  if ('problem' in inspected) return inspected;
  const { type, picture } = inspected;
  const nothing = { width: null, height: null, durationMs: null, peak: null, phoneType: null };
  if (purpose === 'audio') {
    if (type.family !== 'sound') {
      return {
        problem: {
          text: /*i18n*/ 'A call plays MP3 and WAV, but this is {kind}.',
          values: { kind: { text: type.called } },
        },
      };
    }
    const sound = await telephoneSound(bytes, type.type);
    if ('problem' in sound) return sound;
    const { wav, durationMs, peak } = sound;
    await leave(phonePath, wav);
    return { ...nothing, type: type.type, durationMs, peak, phoneType: 'audio/wav' };
  }
  if (!picture) return { ...nothing, type: type.type };
  const { width, height, phone } = picture;
  if (phone) await leave(phonePath, phone);
  return { ...nothing, type: type.type, width, height, phoneType: phone && 'image/jpeg' };
}

function leave(path: string, bytes: Buffer): Promise<void> {
  return writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
}
