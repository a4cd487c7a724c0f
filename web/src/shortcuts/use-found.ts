import { useLingui } from '@lingui/react/macro';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { broadcastsQuery } from '../api/broadcasts.ts';
import { contactsQuery } from '../api/contacts.ts';
import { nameOf } from '../pages/contacts/contact-name.ts';
import type { Place } from './use-places.ts';

/** So many of each are shown; another letter narrows them down. */
const SHOWN = 5;

/** What is found under a name: contacts, messages, and the way to the appointments with it. */
export function useFound(text: string): {
  contacts: Place[];
  messages: Place[];
  appointments: Place[];
  isPending: boolean;
} {
  const { t } = useLingui();
  const navigate = useNavigate();
  const asked = { enabled: text !== '', placeholderData: keepPreviousData };
  const contacts = useInfiniteQuery({ ...contactsQuery({ text }), ...asked });
  const messages = useInfiniteQuery({ ...broadcastsQuery({ text }), ...asked });
  if (text === '') return { contacts: [], messages: [], appointments: [], isPending: false };
  return {
    contacts: (contacts.data?.pages[0]?.items ?? []).slice(0, SHOWN).map((contact) => ({
      id: contact.id,
      label: nameOf(contact),
      go: () => void navigate({ to: '/contacts', search: { contact: contact.id } }),
    })),
    messages: (messages.data?.pages[0]?.items ?? []).slice(0, SHOWN).map(({ id, title }) => ({
      id,
      label: title,
      go: () => void navigate({ to: '/outbox/$broadcastId', params: { broadcastId: id } }),
    })),
    appointments: [
      {
        id: 'search',
        label: t`Appointments with “${text}”`,
        go: () => void navigate({ to: '/', search: { text } }),
      },
    ],
    isPending: contacts.isFetching || messages.isFetching,
  };
}
