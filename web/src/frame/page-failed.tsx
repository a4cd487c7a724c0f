import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { EmptyState } from '../components/empty-state.tsx';

/** Shown when a page could not be loaded or broke while it was shown. */
export function PageFailed({ error }: { error: unknown }) {
  const { t } = useLingui();
  const reason = String(error);
  return (
    <EmptyState isPage title={t`This page could not be shown`}>
      <p>
        <Trans>
          Nothing was sent or lost. A message that you were writing is kept. Reload the page; if
          that does not help, tell whoever looks after Headsup: “{reason}”.
        </Trans>
      </p>
      <Button variant="default" onClick={() => window.location.reload()}>
        <Trans>Reload</Trans>
      </Button>
    </EmptyState>
  );
}
