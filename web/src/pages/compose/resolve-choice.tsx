import { useLingui } from '@lingui/react/macro';
import { Radio, Stack } from '@mantine/core';
import { canResolveLate } from './draft-request.ts';
import type { Compose } from './use-compose.ts';

/** To who matches now, or to who does when it goes out: asked where a filter is sent to later. */
export function ResolveChoice({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change } = compose;
  if (!canResolveLate(draft)) return null;
  return (
    <Radio.Group
      label={t({ message: 'It goes to', comment: 'The choices follow, each: Those …' })}
      value={draft.resolvesLate ? 'late' : 'now'}
      onChange={(value) => change({ resolvesLate: value === 'late' })}
    >
      <Stack gap={6} mt={4}>
        <Radio
          value="now"
          label={
            draft.recipients
              ? t`Those of whom it is so now`
              : t`The appointments and contacts that match now`
          }
        />
        <Radio
          value="late"
          label={
            draft.recipients
              ? t`Those of whom it is so when it goes out: work it out again then`
              : t`Those that match when it goes out: work it out again then`
          }
        />
      </Stack>
    </Radio.Group>
  );
}
