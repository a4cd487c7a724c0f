import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import { withTexts } from '../../language/texts.ts';

let dialog: ComponentType | null = null;
const listeners = new Set<() => void>();

/** Loads Compose before it is asked for; where that fails, whoever asks for it is told. */
export function preloadCompose(): void {
  void loadCompose().catch(() => undefined);
}

/**
 * Compose, as soon as it is loaded, which begins when it is `wanted`; throws where that fails. Not React.lazy: what
 * was suspended is shown 300 ms later at the earliest, also where it is there at once.
 */
export function useComposeDialog(wanted: boolean): ComponentType | null {
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (wanted) loadCompose().catch(setFailure);
  }, [wanted]);
  const loaded = useSyncExternalStore(subscribe, () => dialog);
  if (wanted && failure !== null) throw failure;
  return wanted ? loaded : null;
}

async function loadCompose(): Promise<void> {
  const { ComposeDialog } = await withTexts(() => import('./compose-dialog.tsx'));
  dialog = ComposeDialog;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
