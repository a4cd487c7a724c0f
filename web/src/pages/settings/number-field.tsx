import { NumberInput, type NumberInputProps } from '@mantine/core';
import { separators } from '../../format/separators.ts';

type Props = Pick<
  NumberInputProps,
  'label' | 'description' | 'min' | 'max' | 'error' | 'allowDecimal'
> & {
  /** null: the field is empty. */
  value: number | null;
  onChange: (value: number | null) => void;
};

/** A number of a form, a whole one unless it says otherwise; the server judges what is typed. */
export function NumberField({ value, onChange, allowDecimal = false, ...rest }: Props) {
  return (
    <NumberInput
      clampBehavior="none"
      allowDecimal={allowDecimal}
      styles={{ wrapper: { maxWidth: '14rem' } }}
      {...separators}
      {...rest}
      value={value ?? ''}
      onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
    />
  );
}
