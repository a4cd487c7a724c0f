import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { contactGroupsQuery, useSaveGroup } from '../../api/contact-groups.ts';
import { groupOfDraft, hasMore } from './group-of-draft.ts';
import { NameToSave } from './name-to-save.tsx';
import type { Compose } from './use-compose.ts';

type Props = { compose: Compose; onSaved: (name: string) => void; onCancel: () => void };

/** Asks for the name of a group of who is in To; where there is one of that name, whether it is to be replaced. */
export function SaveGroup({ compose, onSaved, onCancel }: Props) {
  const { t } = useLingui();
  const groups = useQuery(contactGroupsQuery);
  const save = useSaveGroup();
  const members = groupOfDraft(compose.draft);
  return (
    <NameToSave
      label={t`Name of the group`}
      description={
        hasMore(compose.draft)
          ? t`Its contacts, tags and typed people; nothing else of To is saved with it`
          : t`Its contacts, tags and typed people, to be chosen again in To`
      }
      saved={groups.data}
      isReady={members !== null}
      saving={save}
      onSave={(name, id) => {
        if (members === null) return;
        save.mutate({ name, members, id }, { onSuccess: (saved) => onSaved(saved.name) });
      }}
      onCancel={onCancel}
    />
  );
}
