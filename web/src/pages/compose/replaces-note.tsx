import { Plural, Trans } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import type { Draft } from './draft.ts';

/**
 * That a scheduled message stands until this one is scheduled in its place, and that whoever was taken off
 * it stays so.
 */
export function ReplacesNote({ draft: { replaces } }: { draft: Draft }) {
  if (!replaces) return null;
  const title = <bdi>{replaces.title}</bdi>;
  const { takenBack = 0 } = replaces;
  return (
    <Stack gap="xs" px="lg" pt="sm" role="note">
      <Text size="sm">
        <Trans>
          “{title}” stays scheduled as it is until you send or schedule this one, which then goes in
          its place.
        </Trans>
      </Text>
      {takenBack > 0 && (
        <Text size="sm">
          <Plural
            value={takenBack}
            one="What was taken back for # person stays taken back in this one."
            other="What was taken back for # people stays taken back in this one."
          />
        </Text>
      )}
    </Stack>
  );
}
