import { type RefObject, useEffect } from 'react';

/** What was ticked last stays in view where the list becomes lower, as it does for the bar that a first tick brings. */
export function useTickInView(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    let ticked: Element | null = null;
    let height = element.clientHeight;
    const note = ({ target }: Event) => {
      ticked = target instanceof Element ? target : null;
    };
    const sizes = new ResizeObserver(() => {
      const before = element.getBoundingClientRect().top + height;
      const wasInView = ticked !== null && ticked.getBoundingClientRect().top < before;
      if (element.clientHeight < height && wasInView) ticked?.scrollIntoView({ block: 'nearest' });
      height = element.clientHeight;
    });
    element.addEventListener('change', note);
    sizes.observe(element);
    return () => {
      element.removeEventListener('change', note);
      sizes.disconnect();
    };
  }, [list]);
}
