import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Contact } from '../../../../src/contract/contact.ts';
import { duplicatesQuery } from '../../api/contact-merges.ts';
import { failureOf } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { ContactFinder } from '../contacts/contact-finder.tsx';
import classes from '../contacts/contact-line.module.css';
import { ContactLine } from '../contacts/contact-line.tsx';
import { nameOf } from '../contacts/contact-name.ts';

type Props = { contact: Contact; onChoose: (other: Contact) => void };

/** With whom a contact is to be merged: likely ones, and everybody else by search. */
export function MergeChoice({ contact, onChoose }: Props) {
  const { t } = useLingui();
  const name = nameOf(contact);
  const likely = useInfiniteQuery(duplicatesQuery(contact.id));
  const others = (likely.data?.pages.flatMap(({ items }) => items) ?? []).flatMap(({ contacts }) =>
    contacts.filter(({ id }) => id !== contact.id),
  );
  return (
    <Stack gap="md">
      <Text>
        <Trans>
          Who is the same person as <bdi>{name}</bdi>? You see what would become of both before
          anything is changed.
        </Trans>
      </Text>
      {likely.isPending && (
        <Text c="dimmed">
          <Trans>Looking for likely ones…</Trans>
        </Text>
      )}
      {likely.error && (
        <FailureNotice failure={failureOf(likely.error)} onRetry={() => void likely.refetch()} />
      )}
      {others.length > 0 && (
        <section aria-label={t`Likely the same`}>
          <Text fw={600} mb={4}>
            <Trans>Likely the same</Trans>
          </Text>
          <ul className={classes.list}>
            {others.map((other) => {
              const otherName = nameOf(other);
              return (
                <li key={other.id}>
                  <ContactLine contact={other}>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t`Compare with ${otherName}`}
                      onClick={() => onChoose(other)}
                    >
                      <Trans context="verb, button">Compare</Trans>
                    </Button>
                  </ContactLine>
                </li>
              );
            })}
          </ul>
          <ShowMore pages={likely} />
        </section>
      )}
      <section aria-label={t`Somebody else`}>
        <Text fw={600} mb={4}>
          {others.length > 0 ? t`Or somebody else` : t`Find the other one`}
        </Text>
        <ContactFinder
          act={t({ message: 'Compare', context: 'verb, button' })}
          without={[contact.id, ...others.map(({ id }) => id)]}
          onPick={onChoose}
        />
      </section>
    </Stack>
  );
}
