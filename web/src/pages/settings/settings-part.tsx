import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './settings-part.module.css';

/** Something of the settings to which one can be led: it comes into view and has the focus then. */
export function SettingsPart({ name, children }: { name: string; children: ReactNode }) {
  const isWanted = useLocation({ select: ({ hash }) => hash === name });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'center' });
  }, [isWanted]);
  return (
    <div ref={box} id={name} tabIndex={-1} className={isWanted ? classes.wanted : undefined}>
      {children}
    </div>
  );
}
