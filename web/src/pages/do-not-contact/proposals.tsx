import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { OptOutProposal } from '../../../../src/contract/opt-out-proposal.ts';
import { failureOf } from '../../api/failure.ts';
import { proposalsQuery, useDecideProposal } from '../../api/opt-outs.ts';
import { useMayAct } from '../../api/session.ts';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { shortMoment } from '../../format/time.ts';
import { proposalWords } from '../../wording/opt-outs.ts';
import classes from './do-not-contact.module.css';

/** Answers that sound like an opt-out, for a person to decide; nothing where there are none. */
export function Proposals() {
  const { t } = useLingui();
  const proposals = useInfiniteQuery(proposalsQuery);
  const items = proposals.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <section className={classes.proposals} aria-label={t`Answers to look at`}>
      <Text fw={600}>
        <Trans>Answers to look at</Trans>
      </Text>
      <ul className={classes.list}>
        {items.map((proposal) => (
          <li key={proposal.id} className={classes.item}>
            <Proposal proposal={proposal} />
          </li>
        ))}
      </ul>
      <ShowMore pages={proposals} />
    </section>
  );
}

function Proposal({ proposal }: { proposal: OptOutProposal }) {
  const { id, channel, address, text, reason, receivedAt } = proposal;
  const decide = useDecideProposal();
  const mayAct = useMayAct();
  const { what, yes, no } = proposalWords(reason);
  return (
    <>
      <div className={classes.what}>
        <Text size="sm" className={classes.line}>
          <ChannelIcon channel={channel} size={14} /> {address} · {shortMoment(receivedAt)}
        </Text>
        <Text className={classes.said}>
          <Trans>“{text}”</Trans>
        </Text>
        <Text size="sm" c="dimmed">
          {what}
        </Text>
        {decide.error && <FailureNotice failure={failureOf(decide.error)} />}
      </div>
      {mayAct && (
        <Group gap="xs" className={classes.actions}>
          <Button
            size="xs"
            variant="default"
            loading={decide.isPending && decide.variables.accept}
            onClick={() => decide.mutate({ id, accept: true })}
          >
            {yes}
          </Button>
          {no !== null && (
            <Button
              size="xs"
              variant="subtle"
              loading={decide.isPending && !decide.variables.accept}
              onClick={() => decide.mutate({ id, accept: false })}
            >
              {no}
            </Button>
          )}
        </Group>
      )}
    </>
  );
}
