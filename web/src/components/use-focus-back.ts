import { useEffect, useRef } from 'react';

/**
 * For the button in whose place something opens: the focus is on it again once that is closed, or it
 * would be nowhere.
 */
export function useFocusBack(isOpen: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return button;
}
