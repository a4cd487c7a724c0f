import { Button, Menu, Text } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { mergeFields } from '../../../../src/contract/merge-field.ts';

type Props = { label: string; onInsert: (field: string) => void };

/** The fields that a text may name, each with an example of what becomes of it. */
export function InsertField({ label, onInsert }: Props) {
  return (
    <Menu position="bottom-start" width={320} returnFocus={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconBraces size={14} aria-hidden />}
          aria-label={`Insert field into ${label}`}
        >
          Insert field
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
        {mergeFields.map(({ name, label: what, example }) => (
          <Menu.Item
            key={name}
            onClick={() => onInsert(`{{ ${name} }}`)}
            rightSection={
              <Text size="xs" c="dimmed" truncate maw={160}>
                {example}
              </Text>
            }
          >
            {what}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
