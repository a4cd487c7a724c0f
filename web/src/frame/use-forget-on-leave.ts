import { useEffect, useRef } from 'react';
import { emptySelection } from '../pages/appointments/selection.ts';
import { setSelection } from '../pages/appointments/selection-store.ts';
import { setJustSent } from '../sending/just-sent.ts';

/** What one person ticked and sent is no business of the next who signs in at the same desk. */
export function useForgetOnLeave(who: string | undefined): void {
  const before = useRef(who);
  useEffect(() => {
    if (before.current !== undefined && before.current !== who) {
      setSelection(emptySelection);
      setJustSent(null);
    }
    before.current = who;
  }, [who]);
}
