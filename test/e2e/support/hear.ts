import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** Plays a sound to its end, as one does who presses its button; fails where it is short or silent. */
export async function expectHeard(player: Locator, seconds: number): Promise<void> {
  await player.evaluate((audio: HTMLAudioElement) => audio.play());
  await expect
    .poll(() => player.evaluate((audio: HTMLAudioElement) => audio.ended), { timeout: 20_000 })
    .toBe(true);
  const heard = await player.evaluate(async (audio: HTMLAudioElement) => {
    const bytes = await (await fetch(audio.currentSrc)).arrayBuffer();
    const sound = await new AudioContext().decodeAudioData(bytes);
    const loudest = sound.getChannelData(0).reduce((most, now) => Math.max(most, now), 0);
    return { seconds: sound.duration, loudest };
  });
  expect(heard.seconds).toBeCloseTo(seconds, 0);
  expect(heard.loudest).toBeGreaterThan(0.1);
}
