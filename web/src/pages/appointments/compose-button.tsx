import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useComposeTicked } from './use-compose-ticked.ts';

/** The one blue button: writes to whoever is ticked, or to anyone. */
export function ComposeButton() {
  const compose = useComposeTicked();
  if (compose === null) return null;
  return (
    <Button onClick={compose} leftSection={<IconPencil size={16} aria-hidden />}>
      <Trans>Compose</Trans>
    </Button>
  );
}
