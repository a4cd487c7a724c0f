import { Suspense, useEffect, useState } from 'react';
import { lazyPart } from '../components/lazy-part.ts';
import { withTexts } from '../language/texts.ts';
import { useComposeTicked } from '../pages/appointments/use-compose-ticked.ts';
import { useKeys } from './use-keys.ts';

const ShortcutHelp = lazyPart(() =>
  withTexts(async () => (await import('./shortcut-help.tsx')).ShortcutHelp),
);
const GoTo = lazyPart(() => withTexts(async () => (await import('./go-to.tsx')).GoTo));

/** The keys that work on every page: Compose, search, go to anything by name, and what keys there are. */
export function Shortcuts() {
  const [open, setOpen] = useState<'help' | 'go-to' | null>(null);
  const compose = useComposeTicked();
  useKeys({
    ...(compose && { c: compose }),
    '/': () => document.querySelector<HTMLElement>('main input[type="search"]')?.focus(),
    '?': () => setOpen('help'),
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isGoTo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key === 'k';
      if (!isGoTo || document.querySelector('[aria-modal="true"]')) return;
      event.preventDefault();
      setOpen('go-to');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <Suspense>
      {open === 'help' && <ShortcutHelp onClose={() => setOpen(null)} />}
      {open === 'go-to' && (
        <GoTo onClose={() => setOpen(null)} compose={compose} onHelp={() => setOpen('help')} />
      )}
    </Suspense>
  );
}
