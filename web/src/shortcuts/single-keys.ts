const KEY = 'headsup.single-keys';

/**
 * Whether single letters do something. They can be switched off, since whoever speaks to their
 * computer, or shakes, presses them without meaning to (WCAG 2.2, 2.1.4).
 */
export function hasSingleKeys(): boolean {
  return localStorage.getItem(KEY) !== 'off';
}

/** Switches them on or off in this browser. */
export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, 'off');
}
