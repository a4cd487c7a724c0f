import { useLingui } from '@lingui/react/macro';
import { Pill } from '@mantine/core';
import type { Draft } from './draft.ts';
import { removeButton } from './remove-button.ts';

type Props = { draft: Draft; change: (part: Partial<Draft>) => void };

/** Tags and saved groups in To, each as one. */
export function GroupPills({ draft: { tags, groups }, change }: Props) {
  const { t } = useLingui();
  return (
    <>
      {tags.map((tag) => (
        <Pill
          key={tag}
          withRemoveButton
          onRemove={() => change({ tags: tags.filter((one) => one !== tag) })}
          removeButtonProps={removeButton(t`Remove everyone tagged ${tag}`)}
        >
          {t`Everyone tagged ${tag}`}
        </Pill>
      ))}
      {groups.map(({ id, name }) => (
        <Pill
          key={id}
          title={t`Saved group`}
          withRemoveButton
          onRemove={() => change({ groups: groups.filter((one) => one.id !== id) })}
          removeButtonProps={removeButton(t`Remove the group ${name}`)}
        >
          {name}
        </Pill>
      ))}
    </>
  );
}
