import { Code, Group, Switch, Text } from '@mantine/core';
import { canBePlain } from '../../../../src/contract/plain-character.ts';
import { counted } from '../../format/count.ts';
import type { Compose } from './use-compose.ts';

/** How long the text is for the person in the preview, and which character makes it dearer. */
export function TextMeter({ compose }: { compose: Compose }) {
  const { draft, change, preview, plan } = compose;
  const sms = preview.data?.messages.find(({ channel }) => channel === 'sms')?.sms;
  if (draft.sms.trim() === '' || sms === undefined) return null;
  const { characters, segments, unicode } = sms;
  const total = plan.data?.smsSegments?.total;
  const fixable = unicode.some(canBePlain);
  const faults = unicode.slice(0, 3);
  return (
    <Group gap="md">
      <Text size="xs" c="dimmed">
        {counted(characters, 'character')} · {counted(segments, 'part')}
        {total !== undefined && total !== segments && ` · ${counted(total, 'part')} in all`}
        {faults.length > 0 && (
          <>
            {' · '}
            {faults.map((character) => (
              <Code key={character} mr={3}>
                {character}
              </Code>
            ))}
            {faults.length === 1 ? 'makes' : 'make'} it dearer
          </>
        )}
      </Text>
      {(fixable || draft.plainly) && (
        <Switch
          size="xs"
          label="Quotes, dashes and the like as plain ones"
          checked={draft.plainly}
          onChange={(event) => change({ plainly: event.currentTarget.checked })}
        />
      )}
    </Group>
  );
}
