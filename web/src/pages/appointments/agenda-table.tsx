import { useLingui } from '@lingui/react/macro';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useSession } from '../../api/session.ts';
import { useCompact } from '../../components/use-compact.ts';
import type { AgendaActions } from './agenda-actions.ts';
import { AgendaHead } from './agenda-head.tsx';
import { headingBefore } from './agenda-lines.ts';
import { AgendaRow } from './agenda-row.tsx';
import classes from './agenda-table.module.css';
import { moveInAgenda } from './move-in-agenda.ts';
import { rowHeight } from './row-heights.ts';
import type { Agenda } from './use-agenda.ts';
import { useAgendaKeys } from './use-agenda-keys.ts';
import { useTickInView } from './use-tick-in-view.ts';

type Props = { agenda: Agenda; today: string; tickable: boolean; actions: AgendaActions };

/** The agenda: only the lines in view are in the document, the heading of the day stays on top. */
export function AgendaTable({ agenda, today, tickable, actions }: Props) {
  const { t } = useLingui();
  const { lines, filter, countOfDay, onShown } = agenda;
  const { timeZone } = useSession().account;
  const compact = useCompact();
  const scroll = useRef<HTMLDivElement>(null);
  const heading = useRef(0);
  useAgendaKeys(scroll);
  useTickInView(scroll);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: (i) => rowHeight(lines[i], compact),
    // The same function for the same lines: they are measured anew whenever it is another.
    getItemKey: useCallback((i: number) => lines[i]?.key ?? i, [lines]),
    overscan: 16,
    rangeExtractor: (range) => {
      heading.current = headingBefore(lines, range.startIndex);
      const shown = defaultRangeExtractor(range);
      return shown[0] === undefined || heading.current >= shown[0]
        ? shown
        : [heading.current, ...shown];
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same lines have other heights on a phone; the one on top stays there.
  useLayoutEffect(() => {
    const top = rows.range?.startIndex ?? 0;
    rows.measure();
    rows.scrollToIndex(top, { align: 'start' });
  }, [compact]);
  const shown = rows.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {};
  useEffect(() => onShown(startIndex, endIndex), [onShown, startIndex, endIndex]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown under another filter begins at its top.
  useEffect(() => {
    scroll.current?.scrollTo({ top: 0 });
  }, [filter]);

  let end = 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the arrow keys of the controls within.
    <div ref={scroll} className={classes.scroll} onKeyDown={moveInAgenda}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells hold controls (WAI-ARIA, grid pattern). */}
      <table className={classes.table} role="grid" aria-label={t`Appointments`}>
        <AgendaHead compact={compact} />
        <tbody>
          {shown.map((row, i) => {
            const gap = row.start - end;
            end = row.end;
            const line = lines[row.index];
            return (
              <Fragment key={row.key}>
                {gap > 0 && <Spacer height={gap} />}
                {line?.kind === 'gap' && <Spacer height={row.size} />}
                {line && line.kind !== 'gap' && (
                  <AgendaRow
                    first={i === 0}
                    {...{ line, countOfDay, timeZone, today, compact, tickable, actions }}
                  />
                )}
              </Fragment>
            );
          })}
          <Spacer height={Math.max(0, rows.getTotalSize() - end)} />
        </tbody>
      </table>
    </div>
  );
}

function Spacer({ height }: { height: number }) {
  return <tr aria-hidden style={{ height }} />;
}
