import { Badge, Group, Stack, Text } from '@mantine/core';
import type { Contact } from '../../../../src/contract/contact.ts';
import { Facts } from '../../components/facts.tsx';
import { factsOf } from './contact-facts.ts';

/** What is known of a contact. */
export function ContactSummary({ contact }: { contact: Contact }) {
  const { addresses, notes, tags } = contact;
  const facts = factsOf(contact).map(({ name, value }) => [name, value] as const);
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
      {addresses.length === 0 && <Text c="dimmed">No number or address yet.</Text>}
      {notes !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{notes}</Text>}
    </Stack>
  );
}
