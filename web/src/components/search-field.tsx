import { useLingui } from '@lingui/react/macro';
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import classes from './search-field.module.css';

type Props = { label: string; value: string; onChange: (text: string) => void };

/** A search field that tells of its text a moment after the last key. */
export function SearchField({ label, value, onChange }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useDebouncedCallback((next: string) => {
    told.current = next.trim();
    onChange(next.trim());
  }, 250);

  // The address changed by itself (back button, link): follow it, but never undo what is typed.
  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setText(value);
    }
  }, [value]);

  const change = (next: string) => {
    setText(next);
    tell(next);
  };
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text !== '' && <CloseButton size="sm" aria-label={t`Clear`} onClick={() => change('')} />
      }
      maxLength={200}
      className={classes.field ?? ''}
    />
  );
}
