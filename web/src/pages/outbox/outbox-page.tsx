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
import { BroadcastList } from './broadcast-list.tsx';
import { outboxSearch } from './outbox-search.ts';

/** Everything that was sent, is being sent or will be. */
export function OutboxPage() {
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
      <PageHeader title="Outbox">
        <SegmentedControl
          aria-label="Folder"
          value={filter.folder ?? ''}
          onChange={(folder) => show({ folder })}
          data={[
            { value: '', label: 'All' },
            { value: 'appointments', label: 'Appointments' },
            { value: 'other', label: 'Other' },
          ]}
        />
        <SegmentedControl
          aria-label="State"
          value={filter.state ?? ''}
          onChange={(state) => show({ state })}
          data={[
            { value: '', label: 'Any' },
            { value: 'scheduled', label: 'Scheduled' },
            { value: 'sending', label: 'Sending' },
            { value: 'sent', label: 'Sent' },
          ]}
        />
        <SearchField
          label="Messages"
          value={filter.text ?? ''}
          onChange={(text) => show({ text: text || undefined })}
        />
      </PageHeader>
      <PageBody>
        {list.error && (
          <FailureNotice failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && <LoadingRows label="Loading the messages" />}
        {list.isSuccess && broadcasts.length === 0 && (
          <EmptyState title={narrowed ? 'No message like that' : 'No messages yet'}>
            {narrowed
              ? 'Try another folder or other words.'
              : 'What you send stands here, with who was reached and who was not. Tick appointments and press Compose to begin.'}
          </EmptyState>
        )}
        {broadcasts.length > 0 && <BroadcastList broadcasts={broadcasts} />}
        <ShowMore pages={list} />
      </PageBody>
    </>
  );
}
