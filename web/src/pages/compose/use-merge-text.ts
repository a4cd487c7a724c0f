import { type KeyboardEvent, useRef, useState } from 'react';
import { fieldBeingTyped, type TypedField, withField } from './typed-field.ts';
import { useFieldOffer } from './use-field-offer.ts';

type TextField = HTMLTextAreaElement | HTMLInputElement;

/** A plain text into which fields go where the cursor is, from a menu or as they are typed. */
export function useMergeText<Field extends TextField>(
  value: string,
  onChange: (value: string) => void,
) {
  const field = useRef<Field>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const put = (changed: { text: string; cursor: number }) => {
    onChange(changed.text);
    setCursor(null);
    // After a menu has given the focus back and the new text stands.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(changed.cursor, changed.cursor);
    });
  };
  const typed = cursor === null ? null : fieldBeingTyped(value, cursor);
  const offer = useFieldOffer(typed, ({ from }: TypedField, name) =>
    put(withField(value, { from }, cursor ?? value.length, name)),
  );
  /** Where the cursor is, where nothing is selected. */
  const look = () => {
    const { selectionStart = null, selectionEnd = null } = field.current ?? {};
    setCursor(selectionStart === selectionEnd ? selectionStart : null);
  };
  return {
    field,
    offer,
    insert: (inserted: string) => {
      const { selectionStart, selectionEnd } = field.current ?? {};
      const before = `${value.slice(0, selectionStart ?? value.length)}${inserted}`;
      const text = `${before}${value.slice(selectionEnd ?? value.length)}`;
      put({ text, cursor: before.length });
    },
    inputProps: {
      value,
      onChange: (event: { currentTarget: Field }) => {
        onChange(event.currentTarget.value);
        look();
      },
      // Only while one types: to look at a field that is there is not to ask for another.
      onSelect: () => {
        if (cursor !== null) look();
      },
      onBlur: () => setCursor(null),
      onKeyDown: (event: KeyboardEvent<Field>) => {
        offer.onKey(event);
      },
      ...offer.aria,
    },
  };
}
