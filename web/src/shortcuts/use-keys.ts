import { useEffect } from 'react';
import { useStable } from '../components/use-stable.ts';
import { hasSingleKeys } from './single-keys.ts';

/** What a single key does, by the character that it writes. */
type Keys = Readonly<Record<string, () => void>>;

/** Hears single keys wherever nobody types and no dialog is open. */
export function useKeys(keys: Keys): void {
  const press = useStable((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
    if (defaultPrevented || ctrlKey || metaKey || altKey || isTyping(target)) return;
    const act = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (!act || !hasSingleKeys() || document.querySelector('[aria-modal="true"]')) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [press]);
}

/** A letter goes into a field, or to a list that looks for what begins with it. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button'].includes(target.type);
  return target.isContentEditable || target.matches('textarea, select, [role="listbox"]');
}
