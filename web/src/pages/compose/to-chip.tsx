import { useLingui } from '@lingui/react/macro';
import { Pill, UnstyledButton } from '@mantine/core';
import { removeButton } from './remove-button.ts';
import classes from './to-field.module.css';

type Props = {
  name: string;
  /** What tells them from others; in the chip of whoever can be edited, else where one points at it. */
  detail?: string;
  problem?: string | undefined;
  /** What the cross is called. */
  removes: string;
  onRemove: () => void;
  onEdit?: () => void;
};

/** Somebody in To, with a cross; who was typed in can be typed anew. */
export function ToChip({ name, detail = '', problem, removes, onRemove, onEdit }: Props) {
  const { t } = useLingui();
  const who = detail === '' ? name : `${name} ${detail}`;
  return (
    <Pill
      className={problem === undefined ? '' : (classes.wrong ?? '')}
      title={problem ?? detail}
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={removeButton(removes)}
    >
      {onEdit ? (
        <UnstyledButton className={classes.edit ?? ''} aria-label={t`Edit ${who}`} onClick={onEdit}>
          <bdi>{name}</bdi> {detail !== '' && <bdi className={classes.detail}>{detail}</bdi>}
        </UnstyledButton>
      ) : (
        name
      )}
    </Pill>
  );
}
