import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';

/** Says a call's text with this browser's own voice; nothing where it has none. */
export function PlayCall({ text, language }: { text: string; language?: string }) {
  if (!('speechSynthesis' in window)) return null;
  const play = () => {
    window.speechSynthesis.cancel();
    const speech = new SpeechSynthesisUtterance(text);
    if (language !== undefined) speech.lang = language;
    window.speechSynthesis.speak(speech);
  };
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      mt={4}
      leftSection={<IconPlayerPlay size={14} aria-hidden />}
      onClick={play}
    >
      <Trans comment="A button: says the text of a call aloud">Hear it</Trans>
    </Button>
  );
}
