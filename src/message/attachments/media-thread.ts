import { readFile, writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { inspectFile } from './inspect-file.ts';
import type { MediaFacts, MediaJob } from './media-job.ts';

// A thread for one file: what is unpacked or decoded of it ends with the thread.
// Given by askMediaThread, which is the only one that starts it.
parentPort?.postMessage(await look(workerData as MediaJob));

async function look({ path, name, declared, phonePath }: MediaJob): Promise<MediaFacts> {
  const inspected = await inspectFile(await readFile(path), name, declared);
  if ('problem' in inspected) return inspected;
  const { type, picture } = inspected;
  if (picture?.phone) await writeFile(phonePath, picture.phone, { flag: 'wx', mode: 0o600 });
  return {
    type: type.type,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    durationMs: null,
    peak: null,
    phoneType: picture?.phone ? 'image/jpeg' : null,
  };
}
