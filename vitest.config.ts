import { defineConfig } from 'vitest/config';
import { textsInSource } from './web/texts-in-source.ts';

/** Until a condition is given up, in milliseconds: a second is too short where another process is at the cores. */
const POLLED = { poll: { timeout: 15_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [textsInSource()],
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'test/*.test.ts',
            'test/crash/**/*.test.ts',
            'web/src/**/*.test.ts',
          ],
          exclude: ['**/*.pg.test.ts'],
          setupFiles: ['test/support/speak-english.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['src/**/*.pg.test.ts', 'test/journeys/**/*.test.ts', 'test/simulate/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          expect: POLLED,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          expect: POLLED,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
