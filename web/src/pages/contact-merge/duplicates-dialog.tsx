import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import type { ContactDuplicate } from '../../../../src/contract/contact-merge.ts';
import { duplicatesQuery } from '../../api/contact-merges.ts';
import { failureOf } from '../../api/failure.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import lines from '../contacts/contact-line.module.css';
import { ContactLine } from '../contacts/contact-line.tsx';
import { nameOf } from '../contacts/contact-name.ts';
import { MergeComparison } from './merge-comparison.tsx';

const why = {
  same_name_and_address: msg`The same name, and a number or address in common`,
  same_address: msg`A number or address in common, and names that go together`,
  same_name: msg`The same name`,
} as const satisfies Record<ContactDuplicate['reason'], MessageDescriptor>;

/** Pairs of contacts that are likely one, to be compared and merged one after the other. */
export function DuplicatesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [pair, setPair] = useState<readonly [Contact, Contact] | null>(null);
  const [merged, setMerged] = useState(0);
  const list = useInfiniteQuery(duplicatesQuery());
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const back = () => setPair(null);
  return (
    <Dialog onClose={onClose} size="40rem" title={t`Likely duplicates`}>
      {pair ? (
        <MergeComparison
          pair={pair}
          onBack={back}
          onMerged={() => {
            setMerged((old) => old + 1);
            back();
          }}
        />
      ) : (
        <Stack gap="xs">
          <Text role="status">{merged > 0 && t`Merged. It can be undone at the contact.`}</Text>
          {list.isPending && <LoadingRows label={t`Looking for duplicates`} />}
          {list.error && (
            <FailureNotice failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
          )}
          {list.isSuccess && items.length === 0 && (
            <Text c="dimmed">
              <Trans>
                None: no two contacts share a number, an address or a full name in a way that makes
                them likely one.
              </Trans>
            </Text>
          )}
          <ul className={lines.list} aria-label={t`Likely duplicates`}>
            {items.map(({ reason, contacts }) => {
              const [one, other] = contacts;
              const name = nameOf(one);
              const otherName = nameOf(other);
              return (
                <li key={`${one.id} ${other.id}`}>
                  <Text size="sm" c="dimmed" mb={2}>
                    {t(why[reason])}
                  </Text>
                  <ContactLine contact={one}>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t`Compare ${name} with ${otherName}`}
                      onClick={() => setPair(contacts)}
                    >
                      <Trans context="verb, button">Compare</Trans>
                    </Button>
                  </ContactLine>
                  <ContactLine contact={other} />
                </li>
              );
            })}
          </ul>
          <ShowMore pages={list} />
        </Stack>
      )}
    </Dialog>
  );
}
