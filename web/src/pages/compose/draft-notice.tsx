import { useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useMayAct, useSession } from '../../api/session.ts';
import { lazyPart } from '../../components/lazy-part.ts';
import { withTexts } from '../../language/texts.ts';
import { isBegun } from './draft.ts';
import { useDraft } from './draft-store.ts';

const WaitingDraft = lazyPart(() =>
  withTexts(async () => (await import('./waiting-draft.tsx')).WaitingDraft),
);

/** The line about a message that was begun and not sent; nothing where there is none, or while it is being written. */
export function DraftNotice() {
  const isComposing = useSearch({ from: '/desk' }).compose === true;
  const draft = useDraft(useSession().account.id);
  const mayAct = useMayAct();
  if (!mayAct || isComposing || !isBegun(draft)) return null;
  return (
    <Suspense>
      <WaitingDraft draft={draft} />
    </Suspense>
  );
}
