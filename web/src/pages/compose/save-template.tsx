import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { templatesQuery, useSaveTemplate } from '../../api/templates.ts';
import { listed } from '../../format/count.ts';
import { NameToSave } from './name-to-save.tsx';
import { contentToSave } from './template-draft.ts';
import type { Compose } from './use-compose.ts';

type Props = { compose: Compose; onSaved: (name: string) => void; onCancel: () => void };

/** Asks for the name of a template; where there is one of that name, whether it is to be replaced. */
export function SaveTemplate({ compose, onSaved, onCancel }: Props) {
  const { t } = useLingui();
  const templates = useQuery(templatesQuery);
  const save = useSaveTemplate();
  const made = contentToSave(compose.draft);
  return (
    <NameToSave
      label={t`Name of the template`}
      description={t`Files are not saved with it`}
      saved={templates.data}
      missing={'missing' in made ? listed(made.missing) : ''}
      isReady={!('missing' in made)}
      saving={save}
      onSave={(name, id) => {
        if ('missing' in made) return;
        const request = { name, content: made.content, id };
        save.mutate(request, { onSuccess: (saved) => onSaved(saved.name) });
      }}
      onCancel={onCancel}
    />
  );
}
