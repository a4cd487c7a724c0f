import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './to-offer-list.module.css';
import type { Offering } from './use-to-offer.ts';

/** Who is offered under To, while somebody is typed into it. */
export function ToOfferList({ offering }: { offering: Offering }) {
  const { t } = useLingui();
  const { isOpen, listId, offers, active, optionId, choose } = offering;
  const number = offers.length;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) list.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className={classes.place}>
      <VisuallyHidden role="status">
        {isOpen &&
          t`${plural(number, { one: '# suggestion', other: '# suggestions' })}: arrow keys choose one, Enter puts it in To, Escape closes.`}
      </VisuallyHidden>
      {isOpen && (
        <div
          ref={list}
          id={listId}
          role="listbox"
          aria-label={t`Suggestions for To`}
          // What scrolls must be reachable (WCAG 2.1.1), although the text field moves in it.
          tabIndex={0}
          className={classes.list}
          // Pressing it anywhere keeps the focus, and what is typed, in the text field.
          onMouseDown={(event) => event.preventDefault()}
        >
          {offers.map((offer, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys, and says which one is meant.
            // biome-ignore lint/a11y/useFocusableInteractive: it stays with the text field.
            <div
              key={offer.key}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              className={classes.option}
              onClick={() => choose(offer)}
            >
              <bdi>{offer.label}</bdi>
              <Text span size="xs" c="dimmed" className={classes.detail ?? ''}>
                <bdi>{offer.detail}</bdi>
              </Text>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
