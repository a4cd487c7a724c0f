import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { FieldOfferList } from './field-offer-list.tsx';
import { InsertField } from './insert-field.tsx';
import { useMergeText } from './use-merge-text.ts';

type Props = {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  autoFocus: boolean;
};

/** The subject of an email, with merge fields. */
export function SubjectField({ value, onChange, error, autoFocus }: Props) {
  const { t } = useLingui();
  const label = t({ message: 'Subject', context: 'of an email' });
  const { field, insert, inputProps, offer } = useMergeText<HTMLInputElement>(value, onChange);
  return (
    <div>
      <TextInput
        ref={field}
        label={label}
        error={offer.isOpen ? undefined : error}
        maxLength={500}
        data-autofocus={autoFocus || undefined}
        {...inputProps}
      />
      <FieldOfferList offer={offer} />
      <InsertField label={label} onInsert={insert} />
    </div>
  );
}
