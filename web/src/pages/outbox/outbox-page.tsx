import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type BroadcastFilter, broadcastsQuery } from '../../api/broadcasts.ts';
import { failureOf } from '../../api/failure.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageBody } from '../../components/page-body.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { DraftNotice } from '../compose/draft-notice.tsx';
import { BroadcastList } from './broadcast-list.tsx';
import { outboxSearch } from './outbox-search.ts';

/** Everything that was sent, is being sent or will be. */
export function OutboxPage() {
  const { t } = useLingui();
  const filter = useSearch({ from: '/desk/outbox' });
  const navigate = useNavigate({ from: '/outbox' });
  const list = useInfiniteQuery({
    ...broadcastsQuery(outboxSearch(filter)),
    placeholderData: keepPreviousData,
  });
  const broadcasts = list.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = Object.keys(outboxSearch(filter)).length > 0;
  const show = (change: { [K in keyof BroadcastFilter]: string | undefined }) =>
    void navigate({ search: (old) => outboxSearch({ ...old, ...change }), replace: true });
  return (
    <>
      <PageHeader title={t`Outbox`}>
        <SegmentedControl
          aria-label={t`Folder`}
          value={filter.folder ?? ''}
          onChange={(folder) => show({ folder })}
          data={[
            { value: '', label: t({ message: 'All', context: 'messages' }) },
            { value: 'appointments', label: t`Appointments` },
            { value: 'other', label: t({ message: 'Other', context: 'messages' }) },
          ]}
        />
        <SegmentedControl
          aria-label={t`State`}
          value={filter.state ?? ''}
          onChange={(state) => show({ state })}
          data={[
            { value: '', label: t({ message: 'Any', context: 'state of a message' }) },
            { value: 'scheduled', label: t({ message: 'Scheduled', context: 'messages' }) },
            { value: 'sending', label: t({ message: 'Sending', context: 'messages' }) },
            { value: 'sent', label: t({ message: 'Sent', context: 'messages' }) },
          ]}
        />
        <SearchField
          label={t`Messages`}
          value={filter.text ?? ''}
          onChange={(text) => show({ text: text || undefined })}
        />
      </PageHeader>
      <DraftNotice />
      <PageBody>
        {list.error && (
          <FailureNotice failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && <LoadingRows label={t`Loading the messages`} />}
        {list.isSuccess && broadcasts.length === 0 && (
          <EmptyState title={narrowed ? t`No message like that` : t`No messages yet`}>
            {narrowed
              ? t`Try another folder or other words.`
              : t`What you send appears here, with who was reached and who was not. Tick appointments and press Compose to begin.`}
          </EmptyState>
        )}
        {broadcasts.length > 0 && <BroadcastList broadcasts={broadcasts} />}
        <ShowMore pages={list} />
      </PageBody>
    </>
  );
}
