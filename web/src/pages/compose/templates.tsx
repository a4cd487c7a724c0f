import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Template } from '../../../../src/contract/template.ts';
import type { Draft } from './draft.ts';
import { SaveTemplate } from './save-template.tsx';
import { draftOfTemplate, takesAway } from './template-draft.ts';
import { TemplateMenu } from './template-menu.tsx';
import type { Compose } from './use-compose.ts';

type Said = { words: string; before: Partial<Draft> | null };

/** Inserts a template and saves as one. What an insertion took the place of can be had back. */
export function Templates({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change } = compose;
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const insert = ({ name, content }: Template) => {
    const part = draftOfTemplate(draft, content);
    const parts = Object.keys(part) as (keyof Draft)[]; // Its own keys: it was just made.
    const before = Object.fromEntries(parts.map((key) => [key, draft[key]]));
    change(part);
    setSaid({ words: t`“${name}” is inserted.`, before: takesAway(draft, part) ? before : null });
  };
  const bringBack = (before: Partial<Draft>) => {
    change(before);
    setSaid(null);
  };
  return (
    <>
      <Group justify="flex-end" gap="xs">
        <Group gap={4} role="status">
          {said && (
            <Text size="sm" c="dimmed">
              {said.words}
            </Text>
          )}
        </Group>
        {said?.before && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => said.before && bringBack(said.before)}
          >
            <Trans>Bring back what was there</Trans>
          </Button>
        )}
        <TemplateMenu
          onInsert={insert}
          onSave={() => {
            setSaid(null);
            setSaving(true);
          }}
        />
      </Group>
      {saving && (
        <SaveTemplate
          compose={compose}
          onCancel={() => setSaving(false)}
          onSaved={(name) => {
            setSaving(false);
            setSaid({ words: t`Saved as “${name}”.`, before: null });
          }}
        />
      )}
    </>
  );
}
