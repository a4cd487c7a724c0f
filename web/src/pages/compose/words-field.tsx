import { plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { FieldOfferList } from './field-offer-list.tsx';
import { InsertField } from './insert-field.tsx';
import { useMergeText } from './use-merge-text.ts';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  /** So many characters; what is more is kept, and said. */
  most: number;
  minRows: number;
  autoFocus?: boolean;
  /** Words of another channel that can be taken over. */
  copyFrom?: string;
  children?: ReactNode;
};

/** A text with merge fields, which go in where the cursor is. */
export function WordsField(props: Props) {
  const { label, value, onChange, error, most, minRows, autoFocus, copyFrom, children } = props;
  const { field, insert, inputProps, offer } = useMergeText<HTMLTextAreaElement>(value, onChange);
  const over = value.length - most;
  const tooMany =
    over > 0 ? plural(over, { one: '# character too many', other: '# characters too many' }) : null;
  return (
    <div>
      <Textarea
        ref={field}
        label={label}
        error={offer.isOpen ? undefined : (tooMany ?? error)}
        autosize
        minRows={minRows}
        maxRows={12}
        data-autofocus={autoFocus || undefined}
        {...inputProps}
      />
      <FieldOfferList offer={offer} />
      <Group gap="xs" mt={4} justify="space-between">
        <Group gap={4}>
          <InsertField label={label} onInsert={insert} />
          {copyFrom !== undefined && (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(copyFrom)}>
              <Trans>Same words as the text</Trans>
            </Button>
          )}
        </Group>
        {children}
      </Group>
    </div>
  );
}
