import { Stack, Text } from '@mantine/core';
import type { Contact } from '../../../../src/contract/contact.ts';
import type { MergePreview as Preview } from '../../../../src/contract/contact-merge.ts';
import { Facts } from '../../components/facts.tsx';
import { counted } from '../../format/count.ts';
import { nameOf } from '../contacts/contact-name.ts';
import { mergeOutcome } from './merge-outcome.ts';

type Props = { kept: Contact; other: Contact; preview: Preview };

/** What a merge would leave: all that the kept one has then, and what is put away with the other one. */
export function MergePreview({ kept, other, preview }: Props) {
  const { stays, left } = mergeOutcome(kept, other, preview.contact);
  const otherName = <bdi>{nameOf(other)}</bdi>;
  return (
    <Stack gap="md">
      <section aria-label="What stays">
        <Text fw={600} mb={4}>
          What it has then
        </Text>
        <Facts
          facts={stays.map(({ name, value, isTaken }) => [
            name,
            value,
            isTaken ? 'from the other one' : undefined,
          ])}
        />
      </section>
      {left.length > 0 && (
        <section aria-label="What does not stay">
          <Text fw={600} mb={4}>
            Not taken over from {otherName}
          </Text>
          <Facts facts={left.map(({ name, value }) => [name, value])} />
        </section>
      )}
      <Text size="sm" c="dimmed">
        {preview.appointments > 0 &&
          `${counted(preview.appointments, 'appointment')} of the other one become this one’s. `}
        {otherName} is put away with all that it has now. You can undo the merge at any time: both
        are as they were then, but for what was changed since.
      </Text>
    </Stack>
  );
}
