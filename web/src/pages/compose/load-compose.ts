import { withTexts } from '../../language/texts.ts';

/** Loads Compose, which is no part of the first page. */
export function loadCompose() {
  return withTexts(() => import('./compose-dialog.tsx'));
}

/** Loads it before it is asked for; where that fails, whoever asks for it is told. */
export function preloadCompose(): void {
  void loadCompose().catch(() => undefined);
}
