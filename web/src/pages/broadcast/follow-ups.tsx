import { Plural } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FormerRecipients } from '../../../../src/contract/audience.ts';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { Reach } from '../../../../src/contract/reach.ts';
import { failureOrNull } from '../../api/failure.ts';
import { reachQuery } from '../../api/reach.ts';
import { useMayAct } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { channelOrder } from '../../wording/channels.ts';
import { newDraft } from '../compose/draft.ts';
import { carriedAttachments, carriedFiles } from './carried-files.ts';
import { sameWords } from './other-ways.ts';
import { useBestWay } from './use-best-way.ts';
import { useFollowUp } from './use-follow-up.ts';

/** Writes again to those whom a message did not reach, or to those who got it; once it rests. */
export function FollowUps({ broadcast }: { broadcast: Broadcast }) {
  const { state, pausedAt } = broadcast;
  const rests =
    state === 'sent' || state === 'canceled' || (state === 'sending' && pausedAt !== null);
  const mayAct = useMayAct();
  const { data } = useQuery({ ...reachQuery(broadcast), enabled: rests && mayAct });
  if (!rests || !mayAct || !data) return null;
  return <FollowUpButtons broadcast={broadcast} reach={data} />;
}

function FollowUpButtons({ broadcast, reach }: { broadcast: Broadcast; reach: Reach }) {
  const { id, title, content } = broadcast;
  const followUp = useFollowUp(content);
  const way = useBestWay(broadcast, reach);
  const { reached, not_sure: unsure, not_reached: missed } = reach.people;
  const { reached_later: later, under_way_later: soon } = reach.people;
  const got = reached + unsure;
  const who = (outcomes: FormerRecipients['outcomes'], people: number) => ({
    broadcastId: id,
    outcomes,
    title,
    people,
  });
  const again = (channels: readonly Channel[]) => {
    followUp.mutate({
      recipients: who(['not_reached'], missed),
      begin: (files) => ({
        ...sameWords(newDraft(), content, channels),
        ...carriedFiles(content, channels, files),
      }),
    });
  };
  const correct = () => {
    const channels = channelOrder.filter((channel) => content[channel] !== undefined);
    followUp.mutate({
      // A correction that comes out of the blue does less harm than a wrong message that nobody corrects.
      recipients: who(unsure > 0 ? ['reached', 'not_sure'] : ['reached'], got),
      // Neither its words nor a sound that is played instead: they are what is to be corrected.
      begin: (files) => ({ channels, ...carriedAttachments(content, channels, files) }),
    });
  };
  const failure = failureOrNull(followUp.error);
  return (
    <>
      {failure && <FailureNotice failure={failure} />}
      {later > 0 && (
        <Text size="sm">
          <Plural
            value={later}
            one="# person was reached by a later message."
            other="# people were reached by a later message."
          />
        </Text>
      )}
      {soon > 0 && (
        <Text size="sm">
          <Plural
            value={soon}
            one="A later message to # person is under way."
            other="A later message to # people is under way."
          />
        </Text>
      )}
      {missed > 0 && way === null && (
        <Text size="sm">
          <Plural
            value={missed}
            one="# person was not reached, and there is no way to reach them."
            other="# people were not reached, and there is no way to reach them."
          />
        </Text>
      )}
      {missed > 0 && way && (
        <Button variant="default" loading={followUp.isPending} onClick={() => again([way])}>
          <Plural
            value={missed}
            one="Message the one not reached"
            other="Message the # not reached"
          />
        </Button>
      )}
      {got > 0 && (
        <Button variant="default" loading={followUp.isPending} onClick={correct}>
          <Plural
            value={got}
            one="Send a correction to the # who got it"
            other="Send a correction to the # who got it"
          />
        </Button>
      )}
    </>
  );
}
