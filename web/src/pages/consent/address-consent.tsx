import { select } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { Contact } from '../../../../src/contract/contact.ts';
import { consentsQuery, suppressionsOfQuery } from '../../api/consents.ts';
import { failureOf } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { useFocusBack } from '../../components/use-focus-back.ts';
import { ListedAddress } from '../do-not-contact/listed-address.tsx';
import { ConsentEntry } from './consent-entry.tsx';
import classes from './consents.module.css';
import { NoteConsent } from './note-consent.tsx';

type Address = Contact['addresses'][number];

/** One address: what holds on each channel, what was noted before, and the way to note more. */
export function AddressConsent({ address: { kind, address } }: { address: Address }) {
  const { t } = useLingui();
  const history = useInfiniteQuery(consentsQuery(address));
  const listed = useQuery(suppressionsOfQuery(address));
  const mayAct = useMayAct();
  const [isNoting, setNoting] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const noteConsent = useFocusBack(isNoting);
  const entries = history.data?.pages.flatMap(({ items }) => items) ?? [];
  const holding = entries.filter(
    ({ channel }, at) => entries.findIndex((one) => one.channel === channel) === at,
  );
  const shown = isWhole ? entries : holding;
  const error = history.error ?? listed.error;
  const retry = () => void Promise.all([history.refetch(), listed.refetch()]);
  return (
    <>
      <div className={classes.head}>
        <Text className={classes.address ?? ''}>{address}</Text>
        {mayAct && !isNoting && (
          <Button
            ref={noteConsent}
            size="compact-xs"
            variant="default"
            aria-label={t`Note consent of ${address}`}
            onClick={() => setNoting(true)}
          >
            <Trans context="verb, button">Note consent</Trans>
          </Button>
        )}
      </div>
      {isNoting && <NoteConsent kind={kind} address={address} onDone={() => setNoting(false)} />}
      {error && <FailureNotice failure={failureOf(error)} onRetry={retry} />}
      {history.isPending && (
        <Text c="dimmed">
          <Trans>Loading…</Trans>
        </Text>
      )}
      {history.isSuccess && entries.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans comment="No consent was written down">Nothing noted.</Trans>
        </Text>
      )}
      {listed.data?.map((row) => (
        <div key={row.channel} className={classes.listed}>
          <ListedAddress row={row} heading={nothingIsSent(row.channel)} />
        </div>
      ))}
      {shown.map((entry) => (
        <ConsentEntry key={`${entry.channel} ${entry.recordedAt} ${entry.state}`} entry={entry} />
      ))}
      {!isWhole && (entries.length > holding.length || history.hasNextPage) && (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
          <Trans>What was noted before</Trans>
        </Button>
      )}
      {isWhole && <ShowMore pages={history} />}
    </>
  );
}

function nothingIsSent(channel: Channel): string {
  return select(channel, {
    sms: 'Nothing is sent here: no texts',
    email: 'Nothing is sent here: no emails',
    other: 'Nothing is sent here: no calls',
  });
}
