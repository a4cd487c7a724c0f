import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contactGroupsQuery } from '../../api/contact-groups.ts';
import { failureOf } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { useIsAsked } from '../../components/asking.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import lines from '../contacts/contact-line.module.css';
import { GroupRow } from './group-row.tsx';

/** The saved groups: who is in each, another name for it, a message to it, and the way to forget it. */
export function GroupsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const mayAct = useMayAct();
  const isAsked = useIsAsked();
  const groups = useQuery(contactGroupsQuery);
  return (
    <Dialog onClose={onClose} closeOnEscape={!isAsked} size="40rem" title={t`Saved groups`}>
      <Stack gap="xs">
        {groups.isPending && <LoadingRows label={t`Loading the groups`} />}
        {groups.error && (
          <FailureNotice failure={failureOf(groups.error)} onRetry={() => void groups.refetch()} />
        )}
        {groups.data?.length === 0 && (
          <Text c="dimmed">
            <Trans>
              None yet. Put people into To of a message, and press Save as group beneath it.
            </Trans>
          </Text>
        )}
        <ul className={lines.list} aria-label={t`Saved groups`}>
          {groups.data?.map((group) => (
            <li key={group.id}>
              <GroupRow group={group} mayAct={mayAct} onLeave={onClose} />
            </li>
          ))}
        </ul>
      </Stack>
    </Dialog>
  );
}
