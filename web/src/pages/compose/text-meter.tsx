import { Button, Group, Text } from '@mantine/core';
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
  return (
    <Group gap={6}>
      <Text size="xs" c="dimmed">
        {counted(characters, 'character')} · {counted(segments, 'part')}
        {total !== undefined && ` · ${counted(total, 'part')} for everyone`}
        {unicode.length > 0 &&
          ` · ${unicode
            .slice(0, 3)
            .map((character) => `“${character}”`)
            .join(', ')} makes it dearer`}
      </Text>
      {(fixable || draft.plainly) && (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-pressed={draft.plainly}
          onClick={() => change({ plainly: !draft.plainly })}
        >
          {draft.plainly ? 'Sent plainly · send it as written' : 'Send it plainly'}
        </Button>
      )}
    </Group>
  );
}
