import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect } from 'react';
import { whenIdle } from '../../components/when-idle.ts';
import { preloadCompose } from '../compose/load-compose.ts';
import { useComposeTicked } from './use-compose-ticked.ts';

/** The one blue button: writes to whoever is ticked, or to anyone. */
export function ComposeButton() {
  const compose = useComposeTicked();
  const mayCompose = compose !== null;
  // Whoever presses it does not wait for it to be loaded.
  useEffect(() => (mayCompose ? whenIdle(preloadCompose) : undefined), [mayCompose]);
  if (compose === null) return null;
  return (
    <Button
      onClick={compose}
      onPointerEnter={preloadCompose}
      onFocus={preloadCompose}
      leftSection={<IconPencil size={16} aria-hidden />}
    >
      <Trans>Compose</Trans>
    </Button>
  );
}
