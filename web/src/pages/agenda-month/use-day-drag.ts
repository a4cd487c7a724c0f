import { type PointerEvent, useEffect, useRef, useState } from 'react';

type Drag = { from: string; to: string };

/**
 * Draws a range from the day where the pointer goes down to the one where it comes up; `onDrag` is told of
 * two different days. What never leaves its day is a click.
 */
export function useDayDrag(onDrag: (from: string, to: string) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  // Where the pointer is by now: on a slow phone it comes up before the last move is shown.
  const latest = useRef(drag);
  const set = (next: Drag | null) => {
    latest.current = next;
    setDrag(next);
  };
  const isDragging = drag !== null;
  useEffect(() => {
    if (!isDragging) return;
    const drop = () => {
      latest.current = null;
      setDrag(null);
    };
    const end = () => {
      const done = latest.current;
      drop();
      if (isDrawn(done)) onDrag(done.from, done.to);
    };
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', drop);
    return () => {
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', drop);
    };
  }, [isDragging, onDrag]);
  const [from = '', to = ''] = drag ? [drag.from, drag.to].toSorted() : [];
  return {
    /** What would be chosen if it ended here. */
    dragged: isDrawn(drag) ? { from, to } : null,
    onPointerDown: (event: PointerEvent) => {
      const day = dayAt(event);
      if (day === undefined || event.button !== 0) return;
      // A finger stays with what it touched first, unless that lets go of it.
      if (event.target instanceof Element) event.target.releasePointerCapture(event.pointerId);
      set({ from: day, to: day });
    },
    onPointerOver: (event: PointerEvent) => {
      const day = dayAt(event);
      if (latest.current !== null && day !== undefined) set({ ...latest.current, to: day });
    },
  };
}

function isDrawn(drag: Drag | null): drag is Drag {
  return drag !== null && drag.from !== drag.to;
}

function dayAt({ target }: PointerEvent): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>('[data-day]')?.dataset.day;
}
