import { Anchor, Group, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../api/failure.ts';
import { suppressionsQuery } from '../../api/opt-outs.ts';
import { useMayAct, useSession } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { SettingsSection } from '../settings/settings-section.tsx';
import { AddToList } from './add-to-list.tsx';
import classes from './do-not-contact.module.css';
import { ListedAddress } from './listed-address.tsx';
import { Proposals } from './proposals.tsx';

/** Whom not to contact, and answers that may be an opt-out. */
export function DoNotContactSection() {
  const [text, setText] = useState('');
  const list = useInfiniteQuery({ ...suppressionsQuery(text), placeholderData: keepPreviousData });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const mayAct = useMayAct();
  const owner = useSession().role === 'owner';
  return (
    <SettingsSection
      title="Do not contact"
      about="Nothing is sent to these addresses by the channel they are listed for."
    >
      <Proposals />
      {mayAct && <AddToList />}
      <Group>
        <SearchField label="A part of the number or address" value={text} onChange={setText} />
      </Group>
      {list.error && (
        <FailureNotice failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <Text c="dimmed">Loading…</Text>}
      {list.isSuccess && items.length === 0 && (
        <Text c="dimmed">{text === '' ? 'Nobody yet.' : 'No address like that.'}</Text>
      )}
      <ul className={classes.list} aria-label="Do not contact">
        {items.map((row) => (
          <li key={`${row.channel} ${row.address}`} className={classes.item}>
            <ListedAddress row={row} />
          </li>
        ))}
      </ul>
      <ShowMore pages={list} />
      {owner && items.length > 0 && (
        <Anchor href="/api/suppressions/export" download size="sm">
          Download the whole list
        </Anchor>
      )}
    </SettingsSection>
  );
}
