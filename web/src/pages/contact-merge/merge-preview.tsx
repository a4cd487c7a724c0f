import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import type { Contact } from '../../../../src/contract/contact.ts';
import type { MergePreview as Preview } from '../../../../src/contract/contact-merge.ts';
import { Facts } from '../../components/facts.tsx';
import { nameOf } from '../contacts/contact-name.ts';
import { mergeOutcome } from './merge-outcome.ts';

type Props = { kept: Contact; other: Contact; preview: Preview };

/** What a merge would leave: all that the kept one has then, and what is put away with the other one. */
export function MergePreview({ kept, other, preview }: Props) {
  const { t } = useLingui();
  const { appointments } = preview;
  const { stays, left } = mergeOutcome(kept, other, preview.contact);
  const otherName = nameOf(other);
  return (
    <Stack gap="md">
      <section aria-label={t`What stays`}>
        <Text fw={600} mb={4}>
          <Trans>What it has then</Trans>
        </Text>
        <Facts
          facts={stays.map(({ name, value, isTaken }) => [
            name,
            value,
            isTaken ? t({ message: 'from the other one', context: 'contact' }) : undefined,
          ])}
        />
      </section>
      {left.length > 0 && (
        <section aria-label={t`What does not stay`}>
          <Text fw={600} mb={4}>
            <Trans>
              Not taken over from <bdi>{otherName}</bdi>
            </Trans>
          </Text>
          <Facts facts={left.map(({ name, value }) => [name, value])} />
        </section>
      )}
      <Text size="sm" c="dimmed">
        {appointments > 0 && (
          <>
            <Plural
              value={appointments}
              one="# appointment of the other one becomes this one’s."
              other="# appointments of the other one become this one’s."
            />{' '}
          </>
        )}
        <Trans>
          <bdi>{otherName}</bdi> is put away with all that it has now. You can undo the merge at any
          time: both are as they were then, but for what was changed since.
        </Trans>
      </Text>
    </Stack>
  );
}
