import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { historyQuery } from '../../api/broadcasts.ts';
import { failureOf } from '../../api/failure.ts';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageFailure } from '../../components/page-failure.tsx';
import { useCompact } from '../../components/use-compact.ts';
import { HistoryTable } from './history-table.tsx';
import { OutcomePlot } from './outcome-plot.tsx';
import classes from './over-time.module.css';

/** How the outcomes came about, as a plot or as a table; on a phone only where it is asked for. */
export function OverTime({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const compact = useCompact();
  const [open, setOpen] = useState(!compact && broadcast.total > 1);
  return (
    <details
      className={classes.details}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t`Outcomes over time`}</summary>
      {open && <History id={broadcast.id} />}
    </details>
  );
}

function History({ id }: { id: string }) {
  const { t } = useLingui();
  const history = useQuery(historyQuery(id));
  const [asTable, setAsTable] = useState(false);
  if (history.isPending) return <LoadingRows label={t`Loading the outcomes over time`} />;
  if (!history.data) {
    return (
      <PageFailure failure={failureOf(history.error)} onRetry={() => void history.refetch()} />
    );
  }
  const { points } = history.data;
  if (points.length === 0) return <p className={classes.quiet}>{t`Nothing has gone out yet.`}</p>;
  return (
    <div className={classes.history}>
      {asTable ? <HistoryTable points={points} /> : <OutcomePlot points={points} />}
      <Button variant="subtle" size="compact-sm" onClick={() => setAsTable(!asTable)}>
        {asTable ? t`Show as plot` : t`Show as table`}
      </Button>
    </div>
  );
}
