import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { deliveriesQuery } from '../../api/deliveries.ts';
import { failureOf } from '../../api/failure.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageFailure } from '../../components/page-failure.tsx';
import { useLoadMore } from '../../components/use-load-more.ts';
import { RecipientRow } from './recipient-row.tsx';
import classes from './recipients.module.css';

/** The recipients of a message; a row opens into its whole story. */
export function Recipients({ broadcastId }: { broadcastId: string }) {
  const { t } = useLingui();
  const narrowed = useSearch({ from: '/desk/outbox/$broadcastId' });
  const list = useInfiniteQuery({
    ...deliveriesQuery(broadcastId, narrowed),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [open, setOpen] = useState<string | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 36,
    getItemKey: (i) => rows[i]?.id ?? i,
    overscan: 10,
  });
  const shown = virtual.getVirtualItems();
  useLoadMore(list, shown.at(-1)?.index ?? 0, rows.length);

  return (
    <>
      <p className={classes.paper}>
        <Trans>The recipients are in the report: follow “Print” on this page.</Trans>
      </p>
      <div ref={scroll} className={classes.scroll}>
        {list.error && (
          <PageFailure failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && <LoadingRows label={t`Loading the recipients`} />}
        {list.isSuccess && rows.length === 0 && <EmptyState title={t`Nobody here`} />}
        <ul
          className={classes.list}
          style={{ height: virtual.getTotalSize() }}
          aria-label={t`Recipients`}
        >
          {shown.map(({ index, key, start }) => {
            const row = rows[index];
            return (
              row && (
                <li
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  className={classes.item}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <RecipientRow
                    row={row}
                    open={open === row.id}
                    onToggle={() => setOpen(open === row.id ? null : row.id)}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </>
  );
}
