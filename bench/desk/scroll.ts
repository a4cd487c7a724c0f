import type { Browser, Page } from 'playwright-core';
import { type Measure, quantile } from '../benchmark.ts';
import { type DeskWindow, openAgenda, openWindow } from './desk-window.ts';
import { APPOINTMENTS, type FullDesk } from './full-desk.ts';
import { framesDuring, turnWheel } from './wheel.ts';

const SECONDS = 20;
/** Milliseconds that a frame may take. */
const LIMIT = 35;

/**
 * Frames of the agenda while the wheel turns, down and up again; beside those of an empty box as high as its
 * rows would be, in the same browser.
 */
export async function scroll(desk: FullDesk, browser: Browser): Promise<Measure[]> {
  const bare = await framesOf(browser, desk, async (page) => {
    await page.goto('/api/health');
    await page.setContent(
      `<body style="margin:0"><div style="height:800px;overflow:auto"><div style="height:${APPOINTMENTS * 33}px">
       </div></div></body>`,
    );
  });
  const frames = await framesOf(browser, desk, (_, window) => openAgenda(window));
  const ours = quantile(frames, 0.5);
  return [
    {
      name: 'desk-scroll-p50',
      unit: 'ms a frame',
      ours,
      baseline: LIMIT,
      ratio: ours / LIMIT,
      aim: { most: 1 },
      facts: {
        p95: quantile(frames, 0.95),
        worst: quantile(frames, 1),
        frames: frames.length,
        'empty box p50': quantile(bare, 0.5),
        'empty box p95': quantile(bare, 0.95),
        'empty box worst': quantile(bare, 1),
      },
    },
  ];
}

async function framesOf(
  browser: Browser,
  desk: FullDesk,
  open: (page: Page, window: DeskWindow) => Promise<void>,
): Promise<number[]> {
  const window = await openWindow(browser, desk);
  const { page } = window;
  await open(page, window);
  const time = SECONDS * 1_000;
  const frames = await framesDuring(page, () => turnWheel(page, time, time * 0.75));
  await page.context().close();
  return frames;
}
