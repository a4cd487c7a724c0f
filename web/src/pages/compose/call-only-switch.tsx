import { useLingui } from '@lingui/react/macro';
import { Switch } from '@mantine/core';
import type { Compose } from './use-compose.ts';
import { offersCallOnly } from './ways.ts';

/** Text and call for everybody, or the call only for who cannot be texted; nothing without both. */
export function CallOnlySwitch({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change, errors } = compose;
  if (!offersCallOnly(draft)) return null;
  return (
    <Switch
      label={t`Call only where a text cannot go`}
      description={t`Numbers that take texts get the text alone, the others the call alone.`}
      checked={draft.callOnly}
      error={errors.get('callOnlyWithoutSms')}
      onChange={(event) => change({ callOnly: event.currentTarget.checked })}
    />
  );
}
