import { useEffect, useState } from 'react';

/**
 * For a dialog that is there only as long as it is open: whatever had the focus when it opened has it
 * again once it is gone. The kit gives it back only where a dialog stays and is hidden.
 */
export function useFocusReturn(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the page has been drawn without it: what opened it may have had to come back first.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) {
          opener.focus({ preventScroll: true });
        } else if (document.querySelector('[role="dialog"]') === null) {
          document.getElementById('page')?.focus({ preventScroll: true });
        }
      });
    },
    [opener],
  );
}
