/** Of a list under a text field, which has the keys: which entry is meant, and what keys do. */
export type OfferKeys = {
  isOpen: boolean;
  listId: string;
  /** The place of the one that is meant; -1: none. */
  active: number;
  optionId: (index: number) => string;
  /** True where the key was meant for the list, and for nothing else. */
  onKey: (event: Key) => boolean;
  /** What the text field says of the list to those who do not see it. */
  aria: Readonly<Record<string, string | undefined>>;
};

type Key = Pick<KeyboardEvent, 'key' | 'preventDefault'>;

/**
 * The keys of a list (WAI-ARIA combobox): arrows go around it, Enter and Tab take the one that is meant, Escape
 * leaves it. It is open as long as there are offers.
 */
export function offerKeys<Offer>(
  listId: string,
  offers: readonly Offer[],
  active: number,
  on: { move: (to: number) => void; leave: () => void; take: (offer: Offer) => void },
): OfferKeys {
  const isOpen = offers.length > 0;
  const optionId = (index: number) => `${listId}-${index}`;
  const onKey = (event: Key) => {
    if (!isOpen) return false;
    const meant = offers[active];
    if (event.key === 'ArrowDown') on.move((active + 1) % offers.length);
    else if (event.key === 'ArrowUp') on.move(active > 0 ? active - 1 : offers.length - 1);
    else if (event.key === 'Escape') on.leave();
    else if ((event.key === 'Enter' || event.key === 'Tab') && meant) on.take(meant);
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    isOpen,
    listId,
    active,
    optionId,
    onKey,
    aria: {
      'aria-autocomplete': 'list',
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen && active >= 0 ? optionId(active) : undefined,
      // Escape leaves the list alone, not the whole message.
      'data-mantine-stop-propagation': isOpen ? 'true' : undefined,
    },
  };
}
