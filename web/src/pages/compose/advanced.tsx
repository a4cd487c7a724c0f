import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { CallOnlySwitch } from './call-only-switch.tsx';
import type { Draft } from './draft.ts';
import { FallbackChoice } from './fallback-choice.tsx';
import { RedialChoice } from './redial-choice.tsx';
import type { Compose } from './use-compose.ts';
import { isCallOnly, offersCallOnly, stepsOf, writtenChannels } from './ways.ts';

/** How the ways follow each other, which few messages need; open where something in it is set. */
export function Advanced({ compose }: { compose: Compose }) {
  const { draft } = compose;
  const isSet = isCallOnly(draft) || stepsOf(draft).length > 0 || draft.redial !== null;
  /** null: nobody has opened or closed it. */
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? isSet;
  const inside = useId();
  const written = writtenChannels(draft);
  if (written.length === 0) return null;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Chevron size={16} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={inside}
        onClick={() => setChosen(!isOpen)}
      >
        <Trans>Advanced</Trans>
      </Button>{' '}
      {!isOpen && (
        <Text span size="xs" c="dimmed">
          {contentsInWords(draft)}
        </Text>
      )}
      <div id={inside}>
        {isOpen && (
          <Stack gap="sm" mt="xs">
            <CallOnlySwitch compose={compose} />
            {written.map((channel) => (
              <FallbackChoice key={channel} compose={compose} from={channel} />
            ))}
            {written.includes('voice') && <RedialChoice compose={compose} />}
          </Stack>
        )}
      </div>
    </div>
  );
}

/** What one would find in it. */
function contentsInWords(draft: Draft): string {
  return offersCallOnly(draft)
    ? t`call only where a text cannot go · another way where one does not reach them`
    : t`another way where one does not reach them`;
}
