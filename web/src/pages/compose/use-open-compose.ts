import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { TypedPerson } from '../../../../src/contract/audience.ts';
import { useSession } from '../../api/session.ts';
import { type Draft, type DraftGroup, hasPeople, isBegun, isBlank, nobody } from './draft.ts';
import type { DraftContacts } from './draft-contacts.ts';
import type { DraftRecipients } from './draft-recipients.ts';
import { changeDraft, draftOf } from './draft-store.ts';
import { asPerson } from './parse-people.ts';

/** Whom a message is for, when it is begun from what is on the page. */
export type ComposeFor = {
  ticked?: NonNullable<Draft['ticked']>;
  people?: TypedPerson[];
  contacts?: DraftContacts;
  group?: DraftGroup;
  recipients?: DraftRecipients;
  /** What the draft begins with, unless it has words already. */
  begin?: Partial<Draft>;
};

/** Opens Compose over the page, for a selection or for certain people, with the draft as it was. */
export function useOpenCompose(): (to: ComposeFor) => void {
  const navigate = useNavigate();
  const accountId = useSession().account.id;
  return useCallback(
    ({ ticked, contacts, group, recipients, begin, people = [] }) => {
      const draft = draftOf(accountId);
      const begun = isBegun(draft);
      if (ticked) {
        changeDraft(accountId, { ticked, isMixed: hasPeople({ ...draft, ticked: null }) });
      }
      if (people.length > 0) {
        changeDraft(accountId, {
          ...nobody,
          people: people.map(asPerson),
        });
      }
      if (contacts)
        changeDraft(accountId, { ticked: null, tags: [], groups: [], recipients: null, contacts });
      if (group) changeDraft(accountId, { ...nobody, groups: [group] });
      if (recipients) {
        const isUnwritten = isBlank({ ...draft, ...nobody });
        changeDraft(accountId, { ...nobody, ...(isUnwritten && begin), recipients });
      }
      // Appointments of an earlier look at the agenda stay only with words that were written for them.
      if (!ticked && draft.ticked && !begun) changeDraft(accountId, { ticked: null });
      void navigate({ to: '.', search: (old) => ({ ...old, compose: true }) });
    },
    [navigate, accountId],
  );
}
