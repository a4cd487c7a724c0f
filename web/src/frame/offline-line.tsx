import { Trans, useLingui } from '@lingui/react/macro';
import { useIsLost } from '../api/connection.ts';
import classes from './practice-banner.module.css';

/** One quiet line as long as there is no connection. Not loaded lazily: then it could not be loaded. */
export function OfflineLine() {
  const { t } = useLingui();
  const isLost = useIsLost();
  return (
    <div aria-live="polite">
      {isLost && (
        <aside className={classes.banner} aria-label={t`Connection`}>
          <Trans>No connection. What you typed is kept; sending waits until you are back.</Trans>
        </aside>
      )}
    </div>
  );
}
