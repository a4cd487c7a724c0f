import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { failureOf } from '../../api/failure.ts';
import { suppressionsQuery } from '../../api/opt-outs.ts';
import { useMayAct, useSession } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { lazyPart } from '../../components/lazy-part.ts';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { SettingsSection } from '../settings/settings-section.tsx';
import { AddToList } from './add-to-list.tsx';
import classes from './do-not-contact.module.css';
import { ListedAddress } from './listed-address.tsx';
import { Proposals } from './proposals.tsx';

const ImportListDialog = lazyPart(
  async () => (await import('./import-list-dialog.tsx')).ImportListDialog,
);

/** Whom not to contact, and answers that may be an opt-out. */
export function DoNotContactSection() {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [isImporting, setImporting] = useState(false);
  const list = useInfiniteQuery({ ...suppressionsQuery(text), placeholderData: keepPreviousData });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const mayAct = useMayAct();
  const owner = useSession().role === 'owner';
  return (
    <SettingsSection
      title={t`Do not contact`}
      about={t`Nothing is sent to these addresses by the channel they are listed for.`}
    >
      <Proposals />
      {mayAct && <AddToList />}
      <Group>
        <SearchField label={t`A part of the number or address`} value={text} onChange={setText} />
      </Group>
      {list.error && (
        <FailureNotice failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <LoadingRows label={t`Loading…`} rows={3} />}
      {list.isSuccess && items.length === 0 && (
        <Text c="dimmed">{text === '' ? t`Nobody yet.` : t`No address like that.`}</Text>
      )}
      {items.length > 0 && (
        <ul className={classes.list} aria-label={t`Do not contact`}>
          {items.map((row) => (
            <li key={`${row.channel} ${row.address}`} className={classes.item}>
              <ListedAddress row={row} />
            </li>
          ))}
        </ul>
      )}
      <ShowMore pages={list} />
      {(mayAct || owner) && (
        <Group gap="xs">
          {mayAct && (
            <Button size="xs" variant="default" onClick={() => setImporting(true)}>
              <Trans>Import a list</Trans>
            </Button>
          )}
          {owner && (text !== '' || items.length > 0) && (
            <Button
              component="a"
              href="/api/suppressions/export"
              download
              size="xs"
              variant="default"
            >
              <Trans>Download the whole list</Trans>
            </Button>
          )}
        </Group>
      )}
      <Suspense>{isImporting && <ImportListDialog onClose={() => setImporting(false)} />}</Suspense>
    </SettingsSection>
  );
}
