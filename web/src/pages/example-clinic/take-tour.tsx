import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { beginTour } from '../../tour/tour-store.ts';

/** Begins the tour again, where its first step is done. */
export function TakeTour() {
  const navigate = useNavigate();
  return (
    <Button
      variant="default"
      onClick={() => {
        beginTour();
        void navigate({ to: '/', search: {} });
      }}
    >
      <Trans>Take the tour</Trans>
    </Button>
  );
}
