import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { InsertableField } from '../../../../src/contract/insertable-field.ts';
import { mergeFieldsQuery } from '../../api/account.ts';
import { fieldsLike, type TypedField } from './typed-field.ts';

type Key = Pick<KeyboardEvent, 'key' | 'preventDefault'>;

/** What is offered while a field is typed: which fields, which of them is meant, and what keys do. */
export type FieldOffer = {
  /** While it is, what is typed is no mistake yet. */
  isOpen: boolean;
  listId: string;
  fields: readonly InsertableField[];
  active: number;
  optionId: (index: number) => string;
  choose: (field: InsertableField) => void;
  /** True where the key was meant for the list, and for nothing else. */
  onKey: (event: Key) => boolean;
  /** What the text field says of the list to those who do not see it. */
  aria: Readonly<Record<string, string | undefined>>;
};

/** Offers fields while `typed` is being typed; `onChoose` puts one in its place. */
export function useFieldOffer(
  typed: TypedField | null,
  onChoose: (typed: TypedField, name: string) => void,
): FieldOffer {
  const listId = useId();
  const known = useQuery(mergeFieldsQuery).data?.items ?? [];
  const [left, setLeft] = useState<number | null>(null);
  const [place, setPlace] = useState({ query: '', active: 0 });
  const isWanted = typed !== null && typed.from !== left;
  const fields = isWanted ? fieldsLike(known, typed.query) : [];
  const isOpen = fields.length > 0;
  const active = place.query === typed?.query ? Math.min(place.active, fields.length - 1) : 0;
  const optionId = (index: number) => `${listId}-${index}`;
  const choose = ({ name }: InsertableField) => {
    if (typed) onChoose(typed, name);
    setPlace({ query: '', active: 0 });
  };
  const onKey = (event: Key) => {
    if (!typed || !isOpen) return false;
    const field = fields[active];
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      const next = (active + move + fields.length) % fields.length;
      setPlace({ query: typed.query, active: next });
    } else if (event.key === 'Escape') setLeft(typed.from);
    else if ((event.key === 'Enter' || event.key === 'Tab') && field) choose(field);
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    isOpen,
    listId,
    fields,
    active,
    optionId,
    choose,
    onKey,
    aria: {
      'aria-autocomplete': 'list',
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen ? optionId(active) : undefined,
      // Escape leaves the list alone, not the whole message.
      'data-mantine-stop-propagation': isOpen ? 'true' : undefined,
    },
  };
}
