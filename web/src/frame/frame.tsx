import { Trans } from '@lingui/react/macro';
import { Outlet, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazyPart } from '../components/lazy-part.ts';
import { withTexts } from '../language/texts.ts';
import { useComposeDialog } from '../pages/compose/load-compose.ts';
import { SendingBar } from '../sending/sending-bar.tsx';
import { Shortcuts } from '../shortcuts/shortcuts.tsx';
import { useTour } from '../tour/tour-store.ts';
import classes from './frame.module.css';
import { OfflineLine } from './offline-line.tsx';
import { PracticeBanner } from './practice-banner.tsx';
import { Rail } from './rail.tsx';

const TourPanel = lazyPart(() =>
  withTexts(async () => (await import('../tour/tour-panel.tsx')).TourPanel),
);

/** What stands around every page: the rail, the banner, and what was just sent. */
export function Frame() {
  const { compose } = useSearch({ from: '/desk' });
  const ComposeDialog = useComposeDialog(compose === true);
  const tour = useTour();
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#page">
        <Trans>Skip to the page</Trans>
      </a>
      <Rail />
      <div className={classes.content}>
        <OfflineLine />
        <PracticeBanner />
        <main className={classes.page} id="page" tabIndex={-1}>
          <Outlet />
        </main>
        <SendingBar />
      </div>
      <Shortcuts />
      <Suspense>{tour && <TourPanel tour={tour} />}</Suspense>
      {ComposeDialog && <ComposeDialog />}
    </div>
  );
}
