import { Button, Group, Textarea } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { InsertField } from './insert-field.tsx';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  maxLength: number;
  minRows: number;
  autoFocus?: boolean;
  /** Words of another channel that can be taken over. */
  copyFrom?: string;
  children?: ReactNode;
};

/** A text with merge fields, which go in where the cursor is. */
export function WordsField(props: Props) {
  const { label, value, onChange, error, maxLength, minRows, autoFocus, copyFrom, children } =
    props;
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (field: string) => {
    const { selectionStart = value.length, selectionEnd = value.length } = area.current ?? {};
    const before = `${value.slice(0, selectionStart)}${field}`;
    onChange(`${before}${value.slice(selectionEnd)}`);
    // After the menu has given the focus back and the new text stands.
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(before.length, before.length);
    });
  };
  return (
    <div>
      <Textarea
        ref={area}
        label={label}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
        maxLength={maxLength}
        autosize
        minRows={minRows}
        maxRows={12}
        data-autofocus={autoFocus || undefined}
      />
      <Group gap="xs" mt={4} justify="space-between">
        <Group gap={4}>
          <InsertField label={label} onInsert={insert} />
          {copyFrom !== undefined && (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(copyFrom)}>
              Same words as the text
            </Button>
          )}
        </Group>
        {children}
      </Group>
    </div>
  );
}
