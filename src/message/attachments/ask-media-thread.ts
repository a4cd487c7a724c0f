import { Worker } from 'node:worker_threads';
import type { MediaFacts, MediaJob } from './media-job.ts';

/** Milliseconds for one file: the largest picture takes three seconds, five minutes of MP3 half a minute. */
const PATIENCE = 120_000;
/** Of JavaScript; pixels and samples stand outside of it, and have their own bounds. */
const HEAP = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 };
const TOO_LONG = /*i18n*/ 'This file took too long to look into, so it is refused.';
const UNREADABLE = /*i18n*/ 'This file could not be looked into, so it is refused.';

let before: Promise<unknown> = Promise.resolve();

/**
 * Looks into a file in a thread of its own, one file after another, so that memory has a bound however
 * many people attach something. A thread that takes too long, or too much, is ended.
 */
export function askMediaThread(job: MediaJob, patience = PATIENCE): Promise<MediaFacts> {
  const answer = before.then(() => run(job, patience));
  before = answer.catch(() => undefined);
  return answer;
}

async function run(job: MediaJob, patience: number): Promise<MediaFacts> {
  const thread = new Worker(new URL('./media-thread.ts', import.meta.url), {
    workerData: job,
    resourceLimits: HEAP,
    // What a codec prints of a hostile file is nobody's business.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<MediaFacts>((resolve) => {
      timer = setTimeout(() => resolve({ problem: TOO_LONG }), patience);
      thread.once('message', resolve);
      thread.once('error', () => resolve({ problem: UNREADABLE }));
      thread.once('exit', () => resolve({ problem: UNREADABLE }));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
