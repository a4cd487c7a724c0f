import { type ComponentType, lazy } from 'react';

/** A part of the page that is loaded when it is first shown; `load` imports it. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}
