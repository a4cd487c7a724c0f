import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Group, UnstyledButton } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import type { Outcome } from '../../../../src/contract/outcome.ts';
import { recipientsFile } from '../../api/deliveries.ts';
import { OutcomeMark } from '../../components/outcome-mark.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { count } from '../../format/count.ts';
import { outcomeOrder } from '../../wording/outcomes.ts';
import classes from './outcome-filter.module.css';
import { recipientSearch } from './recipient-search.ts';

/** The counts by outcome, each of which narrows the list of recipients. */
export function OutcomeFilter({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const search = useSearch({ from: '/desk/outbox/$broadcastId' });
  const navigate = useNavigate({ from: '/outbox/$broadcastId' });
  const { counts } = broadcast;
  const show = (change: { outcome?: Outcome | undefined; text?: string | undefined }) =>
    void navigate({ search: (old) => recipientSearch({ ...old, ...change }), replace: true });
  const shown = outcomeOrder.filter((outcome) => counts[outcome] > 0 || outcome === search.outcome);
  return (
    <div className={classes.filter}>
      <fieldset className={classes.counts} aria-label={t`Recipients by outcome`}>
        <UnstyledButton
          className={classes.count}
          aria-pressed={search.outcome === undefined}
          onClick={() => show({ outcome: undefined })}
        >
          <Trans context="recipients">All</Trans>
        </UnstyledButton>
        {shown.map((outcome) => (
          <UnstyledButton
            key={outcome}
            className={classes.count}
            aria-pressed={search.outcome === outcome}
            onClick={() => show({ outcome: search.outcome === outcome ? undefined : outcome })}
          >
            <OutcomeMark outcome={outcome}>
              <b>{count(counts[outcome])}</b>
            </OutcomeMark>
          </UnstyledButton>
        ))}
      </fieldset>
      <Group gap="sm" className={classes.tools ?? ''}>
        <SearchField
          label={t`Name or number`}
          value={search.text ?? ''}
          onChange={(text) => show({ text: text || undefined })}
        />
        <Anchor href={recipientsFile(broadcast.id, search)} download size="sm">
          <Trans>Download as CSV</Trans>
        </Anchor>
        <TextLink to="/outbox/$broadcastId/report" params={{ broadcastId: broadcast.id }} size="sm">
          <Trans context="button">Print</Trans>
        </TextLink>
      </Group>
    </div>
  );
}
