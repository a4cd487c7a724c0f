import { Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { failureOf } from '../../api/failure.ts';
import { type DeviceFilter, devicesQuery } from '../../api/sandbox.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageBody } from '../../components/page-body.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { Proposals } from '../do-not-contact/proposals.tsx';
import { DeviceCard } from './device-card.tsx';
import { deviceSearch } from './device-search.ts';
import classes from './phones-page.module.css';

/** The pretend phones and mailboxes, as the recipients would see them. */
export function PhonesPage() {
  const { t } = useLingui();
  const filter = useSearch({ from: '/desk/phones' });
  const navigate = useNavigate({ from: '/phones' });
  const list = useInfiniteQuery({
    ...devicesQuery(deviceSearch(filter)),
    placeholderData: keepPreviousData,
  });
  const devices = list.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = filter.kind !== undefined || filter.text !== undefined;
  const show = (change: { [K in keyof DeviceFilter]: string | undefined }) =>
    void navigate({ search: (old) => deviceSearch({ ...old, ...change }), replace: true });
  return (
    <>
      <PageHeader title={t`Phones & mailboxes`}>
        <SegmentedControl
          aria-label={t`Kind`}
          value={filter.kind ?? ''}
          onChange={(kind) => show({ kind })}
          data={[
            { value: '', label: t({ message: 'All', context: 'phones and mailboxes' }) },
            { value: 'phone', label: t`Phones` },
            { value: 'mailbox', label: t`Mailboxes` },
          ]}
        />
        <SearchField
          label={t`Name, number or address`}
          value={filter.text ?? ''}
          onChange={(text) => show({ text: text || undefined })}
        />
      </PageHeader>
      <PageBody>
        <Proposals />
        {list.error && (
          <FailureNotice failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && <LoadingRows label={t`Loading the phones`} />}
        {list.isSuccess && devices.length === 0 && (
          <EmptyState
            title={narrowed ? t`No phone or mailbox like that` : t`No practice messages yet`}
          >
            {narrowed
              ? t`Try another number or name.`
              : t`Until a carrier is connected, every message lands here, on pretend phones and in pretend mailboxes. Send one to see it.`}
          </EmptyState>
        )}
        {devices.length > 0 && (
          <>
            <Text c="dimmed" mb="sm">
              <Trans>What recipients would see. Nothing here has left this machine.</Trans>
            </Text>
            <ul className={classes.devices}>
              {devices.map((device) => (
                <li key={`${device.kind} ${device.address}`}>
                  <DeviceCard device={device} />
                </li>
              ))}
            </ul>
          </>
        )}
        <ShowMore pages={list} />
      </PageBody>
    </>
  );
}
