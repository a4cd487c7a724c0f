import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

/** The pages that are there at once; every other one is loaded when it is first opened. */
const FIRST_PAGES = ['appointments', 'calendar-import', 'example-clinic', 'sign-in'];

/**
 * The catalogue of everything that the page says. English stands in the source; `npm run texts`
 * gathers it, for Spanish and French beside it. It is in parts, so that the first page does not wait
 * for the texts of those that are loaded later; what the server says is loaded in other languages only.
 */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es', 'fr'],
  catalogs: [
    {
      path: 'web/src/texts/{locale}/first',
      include: [
        'web/src/*',
        'web/src/!(pages|texts|tour|shortcuts)/**',
        `web/src/pages/@(${FIRST_PAGES.join('|')})/**`,
      ],
      exclude: ['**/*.test.ts'],
    },
    {
      path: 'web/src/texts/{locale}/later',
      include: [`web/src/pages/!(${FIRST_PAGES.join('|')})/**`, 'web/src/@(tour|shortcuts)/**'],
      exclude: ['**/*.test.ts'],
    },
    {
      path: 'web/src/texts/{locale}/server',
      include: ['src/**'],
      exclude: ['**/*.test.ts'],
    },
  ],
  runtimeConfigModule: { Trans: ['#trans', 'Trans'] },
  format: formatter({ lineNumbers: false, printPlaceholdersInComments: false }),
});
