import { Trans } from '@lingui/react/macro';
import { Badge, Group, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import type { Contact } from '../../../../src/contract/contact.ts';
import { knownNumberQuery } from '../../api/number-lookups.ts';
import { Facts } from '../../components/facts.tsx';
import { factsOf } from './contact-facts.ts';
import { numberNote } from './number-note.ts';

/** What is known of a contact. */
export function ContactSummary({ contact }: { contact: Contact }) {
  const { addresses, notes, tags } = contact;
  const phones = addresses.filter(({ kind }) => kind === 'phone').map(({ address }) => address);
  const known = useQueries({ queries: phones.map(knownNumberQuery) });
  const noteOf = (value: string) => {
    const number = known.find(({ data }) => data?.number === value)?.data;
    return number && numberNote(number);
  };
  const facts = factsOf(contact).map(({ name, value }) => [name, value, noteOf(value)] as const);
  return (
    <Stack gap="sm">
      {tags.length > 0 && (
        <Group gap={4}>
          {tags.map((tag) => (
            <Badge key={tag} variant="default" tt="none" fw={400}>
              {tag}
            </Badge>
          ))}
        </Group>
      )}
      {facts.length > 0 && <Facts facts={facts} />}
      {addresses.length === 0 && (
        <Text c="dimmed">
          <Trans>No number or address yet.</Trans>
        </Text>
      )}
      {notes !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{notes}</Text>}
    </Stack>
  );
}
