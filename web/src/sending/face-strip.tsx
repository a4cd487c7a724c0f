import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { broadcastQuery, facesQuery } from '../api/broadcasts.ts';
import { useCompact } from '../components/use-compact.ts';
import { count } from '../format/count.ts';
import { outcomeWords } from '../wording/outcomes.ts';
import classes from './face-strip.module.css';
import { facesInWords } from './faces-in-words.ts';
import { initials } from './initials.ts';

/** Two rows of them. */
const ON_A_PHONE = 20;

/**
 * Whom a message is for, as initials that take the colour of what became of it. To a screen reader it is one
 * picture with one text, which is read when one comes to it and is not announced as it changes.
 */
export function FaceStrip({ broadcastId }: { broadcastId: string }) {
  const { t } = useLingui();
  const faces = useQuery(facesQuery(broadcastId));
  const broadcast = useQuery(broadcastQuery(broadcastId));
  const compact = useCompact();
  const items = (faces.data?.items ?? []).slice(0, compact ? ON_A_PHONE : undefined);
  // It adorns what the words beside it say: where it cannot be had, nothing is missing.
  if (items.length === 0) return null;
  const more = Math.max(0, (broadcast.data?.total ?? 0) - items.length);
  return (
    <section aria-label={t`Who gets it`}>
      <div className={classes.strip} role="img" aria-label={facesInWords(items, more)}>
        {items.map(({ id, name, outcome }) => {
          const who = name || t`Somebody`;
          const { word, tone } = outcomeWords(outcome);
          return (
            <span
              key={id}
              className={classes.face}
              data-outcome={outcome}
              data-tone={tone}
              title={t`${who}: ${word}`}
            >
              {initials(name) || '·'}
            </span>
          );
        })}
        {more > 0 && <span className={classes.more}>+{count(more)}</span>}
      </div>
    </section>
  );
}
