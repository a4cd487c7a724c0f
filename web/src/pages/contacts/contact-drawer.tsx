import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { contactQuery } from '../../api/contacts.ts';
import { failureOf } from '../../api/failure.ts';
import { useIsAsked } from '../../components/asking.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { SideSheet } from '../../components/side-sheet.tsx';
import { ContactForm } from './contact-form.tsx';
import { nameOf } from './contact-name.ts';
import { ContactPanel } from './contact-panel.tsx';

type Props = {
  id: string;
  /** As a list shows it, until it has been read. */
  shown: Contact | undefined;
  onOpen: (id: string) => void;
  onClose: () => void;
};

/** One contact: to be read, written to, changed, merged, taken out. */
export function ContactDrawer({ id, shown, onOpen, onClose }: Props) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery({ ...contactQuery(id), placeholderData: () => shown });
  const [isChanging, setChanging] = useState(false);
  const isAsked = useIsAsked();
  return (
    <SideSheet
      onClose={onClose}
      closeOnEscape={!isAsked}
      size="30rem"
      title={<bdi>{data ? nameOf(data) : t`Contact`}</bdi>}
    >
      {!data && !error && <LoadingRows label={t`Loading the contact`} />}
      {!data && error && (
        <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
      {data && isChanging && <ContactForm contact={data} onDone={onClose} />}
      {data && !isChanging && data.mergedInto === null && (
        <ContactPanel
          contact={data}
          onChange={() => setChanging(true)}
          onOpen={onOpen}
          onClose={onClose}
        />
      )}
      {data?.mergedInto && <MergedAway into={data.mergedInto} onOpen={onOpen} />}
    </SideSheet>
  );
}

/** Another contact stands for this one, and is shown instead. */
function MergedAway({ into, onOpen }: { into: string; onOpen: (id: string) => void }) {
  const kept = useQuery(contactQuery(into)).data;
  const name = kept && nameOf(kept);
  const open = () => onOpen(into);
  return (
    <Text>
      {name ? (
        <Trans>
          This contact was merged into{' '}
          <Anchor component="button" onClick={open}>
            <bdi>{name}</bdi>
          </Anchor>
          , where the merge can be undone.
        </Trans>
      ) : (
        <Trans>
          This contact was merged into{' '}
          <Anchor component="button" onClick={open}>
            another one
          </Anchor>
          , where the merge can be undone.
        </Trans>
      )}
    </Text>
  );
}
