import { Button } from '@mantine/core';
import { EmptyState } from '../components/empty-state.tsx';

/** Shown when a page could not be loaded or broke while it was shown. */
export function PageFailed({ error }: { error: unknown }) {
  return (
    <EmptyState title="This page could not be shown">
      <p>
        Nothing was sent or lost. A message that you were writing is kept. Reload the page; if that
        does not help, tell whoever looks after Headsup: “{String(error)}”.
      </p>
      <Button variant="default" onClick={() => window.location.reload()}>
        Reload
      </Button>
    </EmptyState>
  );
}
