import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { historyQuery } from '../../api/broadcasts.ts';
import { reportQuery } from '../../api/deliveries.ts';
import { failureOf } from '../../api/failure.ts';
import { useSession } from '../../api/session.ts';
import { now } from '../../clock.ts';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { OutcomeMark } from '../../components/outcome-mark.tsx';
import { PageFailure } from '../../components/page-failure.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RepliedCount } from '../../components/reply-mark.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { count } from '../../format/count.ts';
import { momentIn } from '../../format/time.ts';
import { broadcastStateInWords } from '../../wording/broadcast-state.ts';
import { outcomeOrder } from '../../wording/outcomes.ts';
import { waysInWords } from '../../wording/ways.ts';
import { OutcomePlot } from '../broadcast/outcome-plot.tsx';
import classes from './report.module.css';
import { ReportSection } from './report-section.tsx';

/** Whom one may have to ring comes first, whom it reached last. */
const sections = [...outcomeOrder.slice(1), ...outcomeOrder.slice(0, 1)];

/** As things stand when it is opened; a sheet of paper does not move either. */
export function Report({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const { account } = useSession();
  const [asOf] = useState(() => new Date(now()).toISOString());
  const { id, title, counts, total, createdBy, replied } = broadcast;
  const zone = account.timeZone;
  const moment = momentIn(zone, asOf);
  const had = sections.filter((outcome) => counts[outcome] > 0);
  const lists = useQueries({ queries: had.map((outcome) => reportQuery(id, outcome)) });
  const history = useQuery(historyQuery(id));
  const failed = lists.filter(({ error, data }) => error !== null && data === undefined);
  const isReady = lists.every(({ data }) => data !== undefined);
  return (
    <>
      <PageHeader title={title}>
        <div className={classes.actions}>
          <TextLink to="/outbox/$broadcastId" params={{ broadcastId: id }}>
            <Trans>Back to the message</Trans>
          </TextLink>
          <Button variant="default" disabled={!isReady} onClick={() => window.print()}>
            <Trans context="button">Print</Trans>
          </Button>
        </div>
      </PageHeader>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className={classes.report} aria-label={t`Report`} tabIndex={0}>
        <Text>
          {broadcastStateInWords(broadcast, zone)} ·{' '}
          <Plural value={total} one="# message" other="# messages" />
        </Text>
        <Text size="sm" c="dimmed">
          {[account.name, t`written by ${createdBy}`, t`as of ${moment} (${zone})`].join(' · ')}
        </Text>
        {waysInWords(broadcast).map((way) => (
          <Text key={way} size="sm">
            {way}
          </Text>
        ))}
        <ul className={classes.counts} aria-label={t`Counts by outcome`}>
          {outcomeOrder.map((outcome) => (
            <li key={outcome}>
              <OutcomeMark outcome={outcome}>
                <b>{count(counts[outcome])}</b>
              </OutcomeMark>
            </li>
          ))}
          {replied > 0 && (
            <li>
              <RepliedCount replied={replied} />
            </li>
          )}
        </ul>
        {history.data && history.data.points.length > 0 && (
          <OutcomePlot points={history.data.points} />
        )}
        {failed[0] && (
          <PageFailure
            failure={failureOf(failed[0].error)}
            onRetry={() => {
              for (const { refetch } of failed) void refetch();
            }}
          />
        )}
        {!isReady && failed.length === 0 && <LoadingRows label={t`Loading the recipients`} />}
        {had.length === 0 && <Text>{t`Nobody was to get it.`}</Text>}
        {had.map((outcome, i) => {
          const rows = lists[i]?.data?.items;
          return (
            rows && (
              <ReportSection
                key={outcome}
                outcome={outcome}
                rows={rows}
                more={Math.max(0, counts[outcome] - rows.length)}
              />
            )
          );
        })}
      </section>
    </>
  );
}
