import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMayAct } from '../../api/session.ts';
import { useOpenCompose } from '../compose/use-open-compose.ts';
import { asAudience, tickedCount } from './selection.ts';
import { getSelection } from './selection-store.ts';

/** The one blue button: writes to whoever is ticked, or to anyone. */
export function ComposeButton() {
  const open = useOpenCompose();
  const mayAct = useMayAct();
  if (!mayAct) return null;
  const compose = () => {
    const selection = getSelection();
    const appointments = tickedCount(selection);
    open(appointments === 0 ? {} : { ticked: { selection: asAudience(selection), appointments } });
  };
  return (
    <Button onClick={compose} leftSection={<IconPencil size={16} aria-hidden />}>
      <Trans>Compose</Trans>
    </Button>
  );
}
