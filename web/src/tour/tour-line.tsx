import { Trans, useLingui } from '@lingui/react/macro';
import classes from './tour.module.css';
import { tourSteps } from './tour-step.ts';
import { useTour } from './tour-store.ts';
import { tourWords } from './tour-words.ts';

/** The step of the tour that is done in Compose, which lies over the panel. */
export function TourLine() {
  const { t } = useLingui();
  const tour = useTour();
  if (tour === null || tour.broadcastId !== null) return null;
  return (
    <p className={classes.line}>
      <b>
        <Trans>
          Step {tourSteps.indexOf('write') + 1} of {tourSteps.length}
        </Trans>
      </b>
      {' · '}
      {t(tourWords.write.how)}
    </p>
  );
}
