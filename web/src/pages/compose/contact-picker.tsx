import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contactsQuery, contactTagsQuery } from '../../api/contacts.ts';
import { failureOf } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { count } from '../../format/count.ts';
import { nameOf } from '../contacts/contact-name.ts';
import { asChosen } from './chosen-contact.ts';
import classes from './contact-picker.module.css';
import {
  contactsInWords,
  type DraftContacts,
  isChosen,
  mostContacts,
  toggled,
} from './draft-contacts.ts';

type Props = {
  chosen: DraftContacts | null;
  onChange: (chosen: DraftContacts | null) => void;
  onDone: () => void;
};

/** Finds contacts by name, number and tag, to be ticked one by one or taken as all that match. */
export function ContactPicker({ chosen, onChange, onDone }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [tags, setTags] = useState<readonly string[]>([]);
  const known = useQuery(contactTagsQuery);
  const list = useInfiniteQuery({
    ...contactsQuery({ text, tag: tags }),
    placeholderData: keepPreviousData,
  });
  const contacts = list.data?.pages.flatMap((page) => page.items) ?? [];
  const matching = list.data?.pages[0]?.matching ?? 0;
  const isFull = chosen?.kind === 'some' && chosen.chosen.length >= mostContacts;
  const chosenContacts = chosen?.kind === 'all' ? contactsInWords(chosen) : null;
  const toggleTag = (tag: string) =>
    setTags((old) => (old.includes(tag) ? old.filter((one) => one !== tag) : [...old, tag]));
  return (
    <Paper component="section" withBorder p="sm" aria-label={t`Choose contacts`}>
      <Stack gap="xs">
        <Group>
          <SearchField label={t`Name, number or address`} value={text} onChange={setText} />
        </Group>
        {(known.data?.length ?? 0) > 0 && (
          <Group gap={4} className={classes.tags ?? ''}>
            {known.data?.map(({ tag, contacts: number }) => (
              <Button
                key={tag}
                size="compact-xs"
                variant={tags.includes(tag) ? 'light' : 'default'}
                aria-pressed={tags.includes(tag)}
                onClick={() => toggleTag(tag)}
              >
                {tag} · {count(number)}
              </Button>
            ))}
          </Group>
        )}
        {list.error && (
          <FailureNotice failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && <Text c="dimmed">{t`Loading…`}</Text>}
        {list.isSuccess && contacts.length === 0 && <Text c="dimmed">{t`Nobody like that.`}</Text>}
        {chosenContacts !== null && (
          <Text size="sm">{t`${chosenContacts}: take these out of To to choose single ones.`}</Text>
        )}
        <ul className={classes.list}>
          {contacts.map((contact) => (
            <li key={contact.id}>
              <Checkbox
                size="xs"
                label={nameOf(contact)}
                description={contact.addresses.map(({ address }) => address).join(' · ')}
                checked={chosen?.kind === 'some' && isChosen(chosen, contact.id)}
                disabled={chosen?.kind === 'all' || (isFull && !isChosen(chosen, contact.id))}
                onChange={() => onChange(toggled(chosen, asChosen(contact)))}
              />
            </li>
          ))}
          <li>
            <ShowMore pages={list} />
          </li>
        </ul>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            disabled={matching === 0 || list.isPlaceholderData}
            onClick={() => onChange({ kind: 'all', text, tags, excluded: [], matching })}
          >
            {t`${plural(matching, { one: 'Take all #', other: 'Take all #' })}`}
          </Button>
          <Button size="xs" variant="subtle" onClick={onDone}>
            {t({ message: 'Done', context: 'button: enough chosen' })}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
