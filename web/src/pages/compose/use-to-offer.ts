import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { contactGroupsQuery } from '../../api/contact-groups.ts';
import { contactsLikeQuery, contactTagsQuery } from '../../api/contacts.ts';
import type { Draft } from './draft.ts';
import { isChosen, mostContacts } from './draft-contacts.ts';
import {
  contactOffers,
  groupOffers,
  isOfferable,
  stillFits,
  type ToOffer,
  tagOffers,
} from './to-offers.ts';

type Key = Pick<KeyboardEvent, 'key' | 'preventDefault'>;

/** What is offered under To: which of it is meant, and what keys do. */
export type Offering = {
  isOpen: boolean;
  listId: string;
  offers: readonly ToOffer[];
  /** The one that Enter takes; -1: what is typed is taken as it stands. */
  active: number;
  optionId: (index: number) => string;
  choose: (offer: ToOffer) => void;
  /** True where the key was meant for the list, and for nothing else. */
  onKey: (event: Key) => boolean;
  /** What the text field says of the list to those who do not see it. */
  aria: Readonly<Record<string, string | boolean | undefined>>;
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
  const isOpen = offers.length > 0;
  // Who was meant stays so when others are found; another letter takes it back.
  const active = place?.typed === typed ? offers.findIndex(({ key }) => key === place.key) : -1;
  const optionId = (index: number) => `${listId}-${index}`;
  const choose = (offer: ToOffer) => {
    setPlace(null);
    onChoose(offer);
  };
  const onKey = (event: Key) => {
    if (!isOpen) return false;
    const meant = offers[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const from = event.key === 'ArrowUp' && active === -1 ? 0 : active;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = offers[(from + step + offers.length) % offers.length];
      if (next) setPlace({ typed, key: next.key });
    } else if (event.key === 'Escape') setLeft(typed);
    else if ((event.key === 'Enter' || event.key === 'Tab') && meant) choose(meant);
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    isOpen,
    listId,
    offers,
    active,
    optionId,
    choose,
    onKey,
    aria: {
      role: 'combobox',
      autoComplete: 'off',
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen && active >= 0 ? optionId(active) : undefined,
      // Escape leaves the list alone, not the whole message.
      'data-mantine-stop-propagation': isOpen ? 'true' : undefined,
    },
  };
}
