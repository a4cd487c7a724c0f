import { useCallback, useRef } from 'react';

/** A function that stays the same between renders and always does what the last render meant. */
export function useStable<A extends readonly unknown[], R>(does: (...args: A) => R) {
  const latest = useRef(does);
  latest.current = does;
  return useCallback((...args: A): R => latest.current(...args), []);
}
