import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { redialInWords, redials } from '../../wording/ways.ts';
import type { Compose } from './use-compose.ts';

/** How often a call is made again that was busy or not answered. */
export function RedialChoice({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change } = compose;
  const chosen = redials.findIndex(
    ({ times, minutes }) => times === draft.redial?.times && minutes === draft.redial.minutes,
  );
  return (
    <NativeSelect
      label={t`If nobody answers the call`}
      value={String(chosen)}
      data={[
        { value: '-1', label: t`Do not call again` },
        ...redials.map((redial, n) => ({ value: String(n), label: redialInWords(redial) })),
      ]}
      onChange={(event) => change({ redial: redials[Number(event.currentTarget.value)] ?? null })}
    />
  );
}
