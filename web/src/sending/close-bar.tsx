import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { setJustSent } from './just-sent.ts';

/** Takes the bar away. */
export function CloseBar() {
  return (
    <Button variant="default" size="xs" onClick={() => setJustSent(null)}>
      <Trans>Close</Trans>
    </Button>
  );
}
