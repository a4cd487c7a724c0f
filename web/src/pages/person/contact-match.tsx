import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContactMatch as Match } from '../../../../src/contract/contact-choice.ts';
import { contactMatchQuery, useChooseContact } from '../../api/contact-choice.ts';
import { failureOf, failureOrNull } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { nameOf } from '../contacts/contact-name.ts';
import { ContactChoice } from './contact-choice.tsx';

/** Which contact somebody on a calendar is, and the way to say it where it is not clear or not right. */
export function ContactMatch({ participantId }: { participantId: string }) {
  const { t } = useLingui();
  const match = useQuery(contactMatchQuery(participantId));
  const choose = useChooseContact(participantId);
  const mayAct = useMayAct();
  const [isChanging, setChanging] = useState(false);
  if (match.error) {
    return <FailureNotice failure={failureOf(match.error)} onRetry={() => void match.refetch()} />;
  }
  if (!match.data) {
    return (
      <Text c="dimmed">
        <Trans>Looking for their contact…</Trans>
      </Text>
    );
  }
  const failure = failureOrNull(choose.error);
  const isSaid = match.data.match === 'chosen' || match.data.match === 'nobody';
  const say = (contactId: string | null | undefined) =>
    choose.mutate(contactId, { onSuccess: () => setChanging(false) });
  return (
    <Stack gap="xs" component="section" aria-label={t`Contact`}>
      <Standing match={match.data} />
      {failure && <FailureNotice failure={failure} />}
      {match.data.match === 'ambiguous' || isChanging ? (
        <ContactChoice
          match={match.data}
          mayAct={mayAct}
          isBusy={choose.isPending}
          onChoose={say}
          onCancel={match.data.match === 'ambiguous' ? null : () => setChanging(false)}
        />
      ) : (
        mayAct && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setChanging(true)}>
              {match.data.contact ? t`It is somebody else` : t`Choose their contact`}
            </Button>
            {isSaid && (
              <Button
                size="xs"
                variant="subtle"
                loading={choose.isPending}
                onClick={() => say(undefined)}
              >
                <Trans>Forget this choice</Trans>
              </Button>
            )}
          </Group>
        )
      )}
    </Stack>
  );
}

function Standing({ match: { match, contact } }: { match: Match }) {
  if (match === 'ambiguous') {
    return (
      <div>
        <Text fw={600} c="var(--tone-amber)">
          <Trans>Which contact is this?</Trans>
        </Text>
        <Text size="sm">
          <Trans>
            Until somebody says it, they get messages at what the calendar has of them, and nothing
            of a contact: no other number, no language, no tags.
          </Trans>
        </Text>
      </div>
    );
  }
  if (contact) {
    const name = (
      <TextLink to="/contacts" search={{ contact: contact.id }}>
        <bdi>{nameOf(contact)}</bdi>
      </TextLink>
    );
    return (
      <Text style={{ overflowWrap: 'anywhere' }}>
        {match === 'chosen' ? (
          <Trans>Contact: {name} (somebody said so)</Trans>
        ) : (
          <Trans>Contact: {name}</Trans>
        )}
      </Text>
    );
  }
  return (
    <Text c="dimmed">
      {match === 'nobody' ? (
        <Trans>None of your contacts: somebody said so.</Trans>
      ) : (
        <Trans>Not among your contacts.</Trans>
      )}
    </Text>
  );
}
