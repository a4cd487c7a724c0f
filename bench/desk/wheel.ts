import type { Page } from 'playwright-core';

/** Pixels of a turn of the wheel, and milliseconds between two: some ten screens a second. */
const TURN = 240;
const PAUSE = 30;

/** Turns the wheel over the middle of the window for so long, up again after `downFor` (default: never). */
export async function turnWheel(
  page: Page,
  milliseconds: number,
  downFor = Number.POSITIVE_INFINITY,
): Promise<void> {
  await page.mouse.move(640, 500);
  const start = performance.now();
  for (let n = 0; performance.now() - start < milliseconds; n += 1) {
    await page.mouse.wheel(0, performance.now() - start < downFor ? TURN : -TURN);
    const due = start + (n + 1) * PAUSE - performance.now();
    if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
  }
}

/** Milliseconds of each frame that the window drew while `work` went on. */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(`(() => {
    window.benchFrames = [];
    let before = performance.now();
    const draw = (now) => {
      if (window.benchFrames === null) return;
      window.benchFrames.push(now - before);
      before = now;
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  })()`);
  await work();
  const frames = await page.evaluate<number[]>(
    '(() => { const frames = window.benchFrames; window.benchFrames = null; return frames; })()',
  );
  return frames.slice(1);
}
