import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { storyQuery } from '../../api/deliveries.ts';
import { failureOf } from '../../api/failure.ts';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { MessageLook } from '../../components/message-look.tsx';
import { PageFailure } from '../../components/page-failure.tsx';
import { RemedyLink } from '../../components/remedy-link.tsx';
import { failureAtLength } from '../../wording/reasons.ts';
import { AttemptLines } from './attempt-lines.tsx';
import classes from './delivery-story.module.css';
import { SettleChoice } from './settle-choice.tsx';

/** One delivery whole: its exact text, each attempt, and what the carrier said. */
export function DeliveryStory({ id }: { id: string }) {
  const { t } = useLingui();
  const story = useQuery(storyQuery(id));
  const place = useRef<HTMLDivElement>(null);
  const isThere = story.data !== undefined;
  useEffect(() => {
    // With its row: what opens at the foot of the list would stand out of sight.
    if (isThere) place.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);
  if (story.isPending) return <LoadingRows label={t`Loading the story`} />;
  if (story.error && !story.data) {
    return <PageFailure failure={failureOf(story.error)} onRetry={() => void story.refetch()} />;
  }
  const { channel, subject, text, html, sender, voicemail, attempts, address, failure, outcome } =
    story.data;
  return (
    <div className={classes.story} ref={place}>
      <MessageLook
        channel={channel}
        heading={t`to ${address}`}
        subject={subject}
        sender={sender ?? undefined}
        text={text}
        html={html ?? undefined}
        call={voicemail === null ? null : { audioId: null, voicemail }}
      />
      <div>
        {failure && outcome !== 'not_sure' && (
          <Text mb={6}>
            {failureAtLength(failure)} <RemedyLink reason={failure} />
          </Text>
        )}
        {outcome === 'not_sure' && <SettleChoice deliveryId={id} />}
        {attempts.length === 0 && <Text c="dimmed">{t`Not tried yet.`}</Text>}
        <ol className={classes.attempts}>
          {attempts.map((attempt) => (
            <AttemptLines key={attempt.number} attempt={attempt} />
          ))}
        </ol>
      </div>
    </div>
  );
}
