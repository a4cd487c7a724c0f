import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Template } from '../../../../src/contract/template.ts';
import { templatesQuery } from '../../api/templates.ts';

type Props = { onInsert: (template: Template) => void; onSave: () => void };

/** Saved texts to be inserted, and the way to save what is written. */
export function TemplateMenu({ onInsert, onSave }: Props) {
  const { t } = useLingui();
  const templates = useQuery(templatesQuery);
  return (
    <Menu position="bottom-end" width={280} returnFocus={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconTemplate size={16} aria-hidden />}
        >
          <Trans>Templates</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t`Insert template`}</Menu.Label>
        <div style={{ maxHeight: '16rem', overflow: 'auto' }}>
          {templates.data?.map((template) => (
            <Menu.Item key={template.id} onClick={() => onInsert(template)}>
              {template.name}
            </Menu.Item>
          ))}
        </div>
        {templates.data?.length === 0 && (
          <Menu.Label>{t({ message: 'None saved yet.', context: 'templates' })}</Menu.Label>
        )}
        {!templates.data && (
          <Menu.Label>{templates.error ? t`The templates did not load.` : t`Loading…`}</Menu.Label>
        )}
        <Menu.Divider />
        <Menu.Item onClick={onSave}>{t`Save as template`}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
