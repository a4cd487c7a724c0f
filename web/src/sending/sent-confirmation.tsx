import { Group } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Broadcast } from '../../../src/contract/broadcast.ts';
import { CloseBar } from './close-bar.tsx';
import type { JustSent } from './just-sent.ts';
import { SeeHowItGoes } from './see-how-it-goes.tsx';
import { isAllDelivered, isSettled, sentInWords } from './sent-in-words.ts';

type Props = { sent: JustSent; broadcast: Broadcast | undefined };

/** Says that it went through, and at the end that all were reached; and the way to its page. */
export function SentConfirmation({ sent, broadcast }: Props) {
  const isLacking = broadcast !== undefined && isSettled(broadcast) && !isAllDelivered(broadcast);
  const Icon = isLacking ? IconAlertTriangle : IconCircleCheck;
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <Icon size={18} style={{ flex: 'none' }} aria-hidden />
        <span>{sentInWords(sent, broadcast)}</span>
      </Group>
      <SeeHowItGoes broadcastId={sent.broadcastId} />
      <CloseBar />
    </>
  );
}
