import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { contactsQuery } from '../../api/contacts.ts';
import { failureOf } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { SearchField } from '../../components/search-field.tsx';
import classes from './contact-line.module.css';
import { ContactLine } from './contact-line.tsx';
import { nameOf } from './contact-name.ts';

/** So many are shown; whoever is not among them is found by another letter. */
const SHOWN = 8;

type Props = {
  /** Who is not to be found. */
  without: readonly string[];
  /** What is done with who was found: “Choose”. */
  act: string;
  disabled?: boolean;
  onPick: (contact: Contact) => void;
};

/** Finds one contact by name, number or address. */
export function ContactFinder({ without, act, disabled, onPick }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const list = useInfiniteQuery({
    ...contactsQuery({ text }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const found = (list.data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ id }) => !without.includes(id),
  );
  const shown = text === '' ? [] : found.slice(0, SHOWN);
  return (
    <Stack gap="xs">
      <Group>
        <SearchField label={t`Name, number or address`} value={text} onChange={setText} />
      </Group>
      {list.error && (
        <FailureNotice failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
      )}
      {text !== '' && !list.error && (
        <Text size="sm" c="dimmed" role="status">
          {list.isPending && t`Searching…`}
          {list.isSuccess && shown.length === 0 && t`Nobody else like that.`}
          {list.isSuccess && found.length > SHOWN && (
            <Plural value={SHOWN} other="The first #; type more to narrow it down." />
          )}
        </Text>
      )}
      {shown.length > 0 && (
        <ul className={classes.list} aria-label={t({ message: 'Found', context: 'contacts' })}>
          {shown.map((contact) => {
            const name = nameOf(contact);
            return (
              <li key={contact.id}>
                <ContactLine contact={contact}>
                  <Button
                    size="xs"
                    variant="default"
                    disabled={disabled ?? false}
                    aria-label={t({
                      message: `${act} ${name}`,
                      comment: 'What a button does, and to which contact: “Compare Ana Ruiz”',
                    })}
                    onClick={() => onPick(contact)}
                  >
                    {act}
                  </Button>
                </ContactLine>
              </li>
            );
          })}
        </ul>
      )}
    </Stack>
  );
}
