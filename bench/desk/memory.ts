import type { Browser } from 'playwright-core';
import type { Measure } from '../benchmark.ts';
import { type DeskWindow, openAgenda, openWindow } from './desk-window.ts';
import type { FullDesk } from './full-desk.ts';
import { turnWheel } from './wheel.ts';

/** Seconds between two looks at the memory. */
const EVERY = 30;
const MEGABYTE = 1_048_576;

type Sample = { heap: number; nodes: number };

/**
 * The heap of the tab, when its garbage is gone, and the nodes of its document, at the beginning and at the end of
 * so many minutes of scrolling down.
 */
export async function memory(
  desk: FullDesk,
  browser: Browser,
  minutes: number,
): Promise<Measure[]> {
  const window = await openWindow(browser, desk);
  await openAgenda(window);
  const samples: Sample[] = [];
  for (let done = 0; done <= minutes * 60; done += EVERY) {
    await turnWheel(window.page, EVERY * 1_000);
    samples.push(await sampled(window));
  }
  const shown = await window.page.evaluate<string>(
    `document.querySelector('tbody th[scope=rowgroup]')?.textContent ?? ''`,
  );
  process.stderr.write(
    `${samples.map(({ heap, nodes }) => `${(heap / MEGABYTE).toFixed(1)} MB, ${nodes} nodes`).join('; ')}; scrolled to ${shown}\n`,
  );
  await window.page.context().close();
  const [first, last] = [samples[0], samples.at(-1)];
  const [baseline, ours] = [first, last].map((sample) => (sample?.heap ?? Number.NaN) / MEGABYTE);
  return [
    {
      name: 'desk-memory',
      unit: `MB of heap after ${minutes} minutes of scrolling and after half of one`,
      ours: ours ?? Number.NaN,
      baseline: baseline ?? Number.NaN,
      ratio: (ours ?? Number.NaN) / (baseline ?? Number.NaN),
      aim: { most: 1.1 },
      facts: { nodesThen: last?.nodes ?? Number.NaN, nodesFirst: first?.nodes ?? Number.NaN },
    },
  ];
}

async function sampled({ engine }: DeskWindow): Promise<Sample> {
  // Twice: what waited for a first collection to be let go of goes with the second.
  await engine.send('HeapProfiler.collectGarbage');
  await engine.send('HeapProfiler.collectGarbage');
  const { usedSize } = await engine.send('Runtime.getHeapUsage');
  const { nodes } = await engine.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes };
}
