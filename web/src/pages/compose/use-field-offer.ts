import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { InsertableField } from '../../../../src/contract/insertable-field.ts';
import { mergeFieldsQuery } from '../../api/account.ts';
import { type OfferKeys, offerKeys } from './offer-keys.ts';
import { fieldsLike, type TypedField } from './typed-field.ts';

/** What is offered while a field is typed; while it is open, what is typed is no mistake yet. */
export type FieldOffer = OfferKeys & {
  fields: readonly InsertableField[];
  choose: (field: InsertableField) => void;
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
  const active = place.query === typed?.query ? Math.min(place.active, fields.length - 1) : 0;
  const choose = ({ name }: InsertableField) => {
    if (typed) onChoose(typed, name);
    setPlace({ query: '', active: 0 });
  };
  const keys = offerKeys(listId, fields, active, {
    move: (to) => setPlace({ query: typed?.query ?? '', active: to }),
    leave: () => setLeft(typed?.from ?? null),
    take: choose,
  });
  return { ...keys, fields, choose };
}
