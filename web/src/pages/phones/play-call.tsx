import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';

/** Says a call's text with this browser's own voice; nothing where it has none. */
export function PlayCall({ text }: { text: string }) {
  if (!('speechSynthesis' in window)) return null;
  const play = () => {
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(new SpeechSynthesisUtterance(text));
  };
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      mt={4}
      leftSection={<IconPlayerPlay size={14} aria-hidden />}
      onClick={play}
    >
      Hear it
    </Button>
  );
}
