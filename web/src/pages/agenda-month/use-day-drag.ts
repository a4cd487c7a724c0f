import { type PointerEvent, useEffect, useState } from 'react';

/**
 * Draws a range from the day where the pointer goes down to the one where it comes up; `onDrag` is told of
 * two different days. What never leaves its day is a click.
 */
export function useDayDrag(onDrag: (from: string, to: string) => void) {
  const [drag, setDrag] = useState<{ from: string; to: string } | null>(null);
  const isDrawn = drag !== null && drag.from !== drag.to;
  useEffect(() => {
    if (drag === null) return;
    const end = () => {
      if (isDrawn) onDrag(drag.from, drag.to);
      setDrag(null);
    };
    const drop = () => setDrag(null);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', drop);
    return () => {
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', drop);
    };
  }, [drag, isDrawn, onDrag]);
  const [from = '', to = ''] = drag ? [drag.from, drag.to].toSorted() : [];
  return {
    /** What would be chosen if it ended here. */
    dragged: isDrawn ? { from, to } : null,
    onPointerDown: (event: PointerEvent) => {
      const day = dayAt(event);
      if (day === undefined || event.button !== 0) return;
      // A finger stays with what it touched first, unless that lets go of it.
      if (event.target instanceof Element) event.target.releasePointerCapture(event.pointerId);
      setDrag({ from: day, to: day });
    },
    onPointerOver: (event: PointerEvent) => {
      const day = dayAt(event);
      if (drag !== null && day !== undefined) setDrag({ ...drag, to: day });
    },
  };
}

function dayAt({ target }: PointerEvent): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>('[data-day]')?.dataset.day;
}
