import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Draft } from './draft.ts';

/** That a scheduled message stands until this one is scheduled in its place. */
export function ReplacesNote({ draft: { replaces } }: { draft: Draft }) {
  if (!replaces) return null;
  const title = <bdi>{replaces.title}</bdi>;
  return (
    <Text size="sm" px="lg" pt="sm" role="note">
      <Trans>
        “{title}” stays scheduled as it is until you send or schedule this one, which then goes in
        its place.
      </Trans>
    </Text>
  );
}
