import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './field-offer-list.module.css';
import type { FieldOffer } from './use-field-offer.ts';

/** The fields that are offered under a text, while one is typed in it. */
export function FieldOfferList({ offer }: { offer: FieldOffer }) {
  const { t } = useLingui();
  const { isOpen, listId, fields, active, optionId, choose } = offer;
  const number = fields.length;
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
          t`${plural(number, { one: '# field', other: '# fields' })}: arrow keys choose one, Enter puts it in, Escape closes.`}
      </VisuallyHidden>
      {isOpen && (
        <div
          ref={list}
          id={listId}
          role="listbox"
          aria-label={t({ message: 'Fields', context: 'merge fields' })}
          // What scrolls must be reachable (WCAG 2.1.1), although the text field moves in it.
          tabIndex={0}
          className={classes.list}
        >
          {fields.map((field, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys, and says which one is meant.
            // biome-ignore lint/a11y/useFocusableInteractive: it stays with the text field.
            <div
              key={field.name}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              className={classes.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(field)}
            >
              <span>{field.label}</span>
              <Text span size="xs" c="dimmed" truncate>
                {field.name}
              </Text>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
