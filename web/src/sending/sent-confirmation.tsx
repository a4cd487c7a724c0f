import { Group } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Broadcast } from '../../../src/contract/broadcast.ts';
import { CloseBar } from './close-bar.tsx';
import { endJustSent, type JustSent } from './just-sent.ts';
import { SeeWhoGotIt } from './see-who-got-it.tsx';
import { isAllDelivered, isSettled, sentInWords } from './sent-in-words.ts';

type Props = { sent: JustSent; broadcast: Broadcast | undefined };

/** Says that it went through, and at the end that all were reached; and the way to its page. */
export function SentConfirmation({ sent, broadcast }: Props) {
  const isDone = broadcast !== undefined && isSettled(broadcast);
  const isLacking = isDone && !isAllDelivered(broadcast);
  useEffect(() => {
    if (isDone) endJustSent();
  }, [isDone]);
  const Icon = isLacking ? IconAlertTriangle : IconCircleCheck;
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <Icon size={18} style={{ flex: 'none' }} aria-hidden />
        <span>{sentInWords(sent, broadcast)}</span>
      </Group>
      <SeeWhoGotIt broadcastId={sent.broadcastId} />
      <CloseBar />
    </>
  );
}
