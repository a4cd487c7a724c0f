import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Code, Group, Switch, Text } from '@mantine/core';
import { canBePlain } from '../../../../src/contract/plain-character.ts';
import type { Compose } from './use-compose.ts';

/** How long the text is for the person in the preview, and which character makes it dearer. */
export function TextMeter({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change, preview, plan } = compose;
  const sms = preview.data?.messages.find(({ channel }) => channel === 'sms')?.sms;
  if (draft.sms.trim() === '' || sms === undefined) return null;
  const { characters, segments, unicode } = sms;
  const total = plan.data?.smsSegments?.total;
  const fixable = unicode.some(canBePlain);
  const faults = unicode.slice(0, 3);
  const number = faults.length;
  return (
    <Group gap="md">
      <Text size="xs" c="dimmed">
        {t`${plural(characters, { one: '# character', other: '# characters' })} · ${plural(segments, { one: '# part', other: '# parts' })}`}
        {total !== undefined && total !== segments && (
          <>
            {' · '}
            <Plural value={total} one="# part in all" other="# parts in all" />
          </>
        )}
        {number > 0 && (
          <>
            {' · '}
            <Trans>
              <Characters all={faults} />
              <Plural value={number} one="makes it dearer" other="make it dearer" />
            </Trans>
          </>
        )}
      </Text>
      {(fixable || draft.plainly) && (
        <Switch
          size="xs"
          label={t`Quotes, dashes and the like as plain ones`}
          checked={draft.plainly}
          onChange={(event) => change({ plainly: event.currentTarget.checked })}
        />
      )}
    </Group>
  );
}

function Characters({ all }: { all: readonly string[] }) {
  return all.map((character) => (
    <Code key={character} mr={3}>
      {character}
    </Code>
  ));
}
