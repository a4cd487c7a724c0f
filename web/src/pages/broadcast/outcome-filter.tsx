import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Group, UnstyledButton } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { recipientsFile } from '../../api/deliveries.ts';
import { OutcomeMark } from '../../components/outcome-mark.tsx';
import { RepliedCount } from '../../components/reply-mark.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { count } from '../../format/count.ts';
import { outcomeOrder } from '../../wording/outcomes.ts';
import classes from './outcome-filter.module.css';
import { recipientSearch } from './recipient-search.ts';

/** The counts by outcome, and of those who wrote back: each narrows the list of recipients. */
export function OutcomeFilter({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const search = useSearch({ from: '/desk/outbox/$broadcastId' });
  const navigate = useNavigate({ from: '/outbox/$broadcastId' });
  const { counts, replied } = broadcast;
  const show = (change: Partial<typeof search>) =>
    void navigate({ search: (old) => recipientSearch({ ...old, ...change }), replace: true });
  const shown = outcomeOrder.filter((outcome) => counts[outcome] > 0 || outcome === search.outcome);
  return (
    <div className={classes.filter}>
      <fieldset className={classes.counts} aria-label={t`Recipients by outcome`}>
        <UnstyledButton
          className={classes.count}
          aria-pressed={search.outcome === undefined && search.replied === undefined}
          onClick={() => show({ outcome: undefined, replied: undefined })}
        >
          <Trans context="recipients">All</Trans>
        </UnstyledButton>
        {shown.map((outcome) => (
          <UnstyledButton
            key={outcome}
            className={classes.count}
            aria-pressed={search.outcome === outcome}
            onClick={() =>
              show({ outcome: pressedOr(search.outcome, outcome), replied: undefined })
            }
          >
            <OutcomeMark outcome={outcome}>
              <b>{count(counts[outcome])}</b>
            </OutcomeMark>
          </UnstyledButton>
        ))}
        {replied > 0 && (
          <UnstyledButton
            className={classes.count}
            aria-pressed={search.replied === 'yes'}
            onClick={() => show({ outcome: undefined, replied: pressedOr(search.replied, 'yes') })}
          >
            <RepliedCount replied={replied} />
          </UnstyledButton>
        )}
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

/** What a count narrows to when it is pressed: nothing any more, where it was pressed already. */
function pressedOr<Value>(pressed: Value | undefined, value: Value): Value | undefined {
  return pressed === value ? undefined : value;
}
