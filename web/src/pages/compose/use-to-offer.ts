import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { contactGroupsQuery } from '../../api/contact-groups.ts';
import { contactsLikeQuery, contactTagsQuery } from '../../api/contacts.ts';
import type { Draft } from './draft.ts';
import { isChosen, mostContacts } from './draft-contacts.ts';
import { type OfferKeys, offerKeys } from './offer-keys.ts';
import {
  contactOffers,
  groupOffers,
  isOfferable,
  stillFits,
  type ToOffer,
  tagOffers,
} from './to-offers.ts';

/** What is offered under To; none is meant at first: what is typed is taken as it stands. */
export type Offering = Omit<OfferKeys, 'aria'> & {
  aria: Readonly<Record<string, string | boolean | undefined>>;
  offers: readonly ToOffer[];
  choose: (offer: ToOffer) => void;
};

/** Offers contacts, saved groups and tags for what is being typed into To; nobody is meant before an arrow key says so. */
export function useToOffer(
  draft: Draft,
  typed: string,
  onChoose: (offer: ToOffer) => void,
): Offering {
  const listId = useId();
  const [settled] = useDebouncedValue(typed.trim(), 150);
  const [left, setLeft] = useState<string | null>(null);
  const [place, setPlace] = useState<{ typed: string; key: string } | null>(null);
  const isWanted = isOfferable(typed);
  const { contacts, tags, groups } = draft;
  const takesOne =
    contacts === null || (contacts.kind === 'some' && contacts.chosen.length < mostContacts);
  const like = useQuery({
    ...contactsLikeQuery(settled),
    enabled: isWanted && isOfferable(settled) && takesOne,
    placeholderData: keepPreviousData,
  });
  const known = useQuery({ ...contactTagsQuery, enabled: isWanted });
  const saved = useQuery({ ...contactGroupsQuery, enabled: isWanted });
  const isStale = like.isPlaceholderData || settled !== typed.trim();
  const items = like.data?.items ?? [];
  const found = isStale ? items.filter((one) => stillFits(one, typed)) : items;
  const isThere = (id: string) => contacts?.kind === 'some' && isChosen(contacts, id);
  const offers =
    isWanted && left !== typed
      ? [
          ...(takesOne ? contactOffers(found, typed, isThere) : []),
          ...groupOffers(saved.data ?? [], typed, groups),
          ...tagOffers(known.data ?? [], typed, tags),
        ]
      : [];
  // Who was meant stays so when others are found; another letter takes it back.
  const active = place?.typed === typed ? offers.findIndex(({ key }) => key === place.key) : -1;
  const choose = (offer: ToOffer) => {
    setPlace(null);
    onChoose(offer);
  };
  const keys = offerKeys(listId, offers, active, {
    move: (to) => setPlace({ typed, key: offers[to]?.key ?? '' }),
    leave: () => setLeft(typed),
    take: choose,
  });
  const aria = {
    ...keys.aria,
    role: 'combobox',
    autoComplete: 'off',
    'aria-expanded': keys.isOpen,
  };
  return { ...keys, aria, offers, choose };
}
