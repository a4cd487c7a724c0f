import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { OfferKeys } from './offer-keys.ts';
import classes from './offer-list.module.css';

type Props<Offer> = {
  keys: Omit<OfferKeys, 'onKey' | 'aria'>;
  offers: readonly Offer[];
  keyOf: (offer: Offer) => string;
  label: string;
  /** Said once it is open: how many there are, and what the keys do. */
  status: string;
  isWide?: boolean;
  onChoose: (offer: Offer) => void;
  children: (offer: Offer) => ReactNode;
};

/** What is offered under a text field, while something is typed in it. */
export function OfferList<Offer>(props: Props<Offer>) {
  const { keys, offers, keyOf, label, status, isWide = false, onChoose, children } = props;
  const { isOpen, active } = keys;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) list.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className={classes.place}>
      <VisuallyHidden role="status">{isOpen && status}</VisuallyHidden>
      {isOpen && (
        <div
          ref={list}
          id={keys.listId}
          role="listbox"
          aria-label={label}
          // What scrolls must be reachable (WCAG 2.1.1), although the text field moves in it.
          tabIndex={0}
          className={classes.list}
          data-wide={isWide || undefined}
          // Pressing it anywhere keeps the focus, and what is typed, in the text field.
          onMouseDown={(event) => event.preventDefault()}
        >
          {offers.map((offer, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys, and says which one is meant.
            // biome-ignore lint/a11y/useFocusableInteractive: it stays with the text field.
            <div
              key={keyOf(offer)}
              id={keys.optionId(index)}
              role="option"
              aria-selected={index === active}
              className={classes.option}
              onClick={() => onChoose(offer)}
            >
              {children(offer)}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
