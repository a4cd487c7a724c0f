import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../test/support/browser.ts';
import type { Benchmark, Measure } from '../benchmark.ts';
import { compose } from './compose.ts';
import { type FullDesk, fullDesk } from './full-desk.ts';
import { list } from './list.ts';
import { memory } from './memory.ts';
import { scroll } from './scroll.ts';

type Part = (desk: FullDesk, browser: Browser, minutes: number) => Promise<Measure[]>;

const PARTS: Readonly<Record<string, Part>> = { list, scroll, memory, compose };

/** The desk with 100,000 appointments: its API, and its page in a real browser that draws by software. */
export const desk: Benchmark = {
  name: 'desk',
  parts: Object.keys(PARTS),
  async run(setting, { only, minutes }) {
    const full = await fullDesk(setting);
    const browser = await launchBrowser();
    try {
      const measures: Measure[] = [];
      for (const [name, part] of Object.entries(PARTS)) {
        if (only.length > 0 && !only.includes(name)) continue;
        measures.push(...(await part(full, browser, minutes)));
      }
      return measures;
    } finally {
      await browser.close();
      await full.stop();
    }
  },
};
