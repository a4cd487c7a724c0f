import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Session } from '../../../src/contract/session.ts';
import { forgetUnsaved } from '../pages/appointment/unsaved-draft.ts';
import { emptySelection } from '../pages/appointments/selection.ts';
import { setSelection } from '../pages/appointments/selection-store.ts';
import { clearDraft } from '../pages/compose/draft-store.ts';
import { forgetSentDraft } from '../pages/compose/sent-draft.ts';
import { setJustSent } from '../sending/just-sent.ts';
import { endTour } from '../tour/tour-store.ts';

/**
 * What one person ticked, searched for and sent is no business of the next who signs in at the same
 * desk. Whoever signs out also leaves no draft behind; one whose session ended by itself finds it again.
 */
export function useForgetOnLeave(session: Session | undefined): void {
  const navigate = useNavigate();
  const before = useRef(session);
  useEffect(() => {
    const left = before.current;
    before.current = session;
    if (left === undefined || left.user.email === session?.user.email) return;
    setSelection(emptySelection);
    setJustSent(null);
    endTour();
    forgetUnsaved();
    forgetSentDraft();
    if (session !== undefined) return;
    clearDraft(left.account.id);
    void navigate({ to: '/', search: {} });
  }, [session, navigate]);
}
