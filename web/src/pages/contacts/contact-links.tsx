import { Plural, Trans } from '@lingui/react/macro';
import { Anchor, Group, Text } from '@mantine/core';
import { contactsFile } from '../../api/contacts.ts';
import { useMayAct } from '../../api/session.ts';

type Props = {
  matching: number;
  filter: { text?: string | undefined; tag?: string | undefined };
  onDuplicates: () => void;
  onGroups: () => void;
};

/** How many contacts are shown, and where else there is something of them. */
export function ContactLinks({ matching, filter, onDuplicates, onGroups }: Props) {
  const mayAct = useMayAct();
  return (
    <Group gap="0.25rem 1rem">
      {matching > 0 && (
        <Text c="dimmed" size="sm" role="status">
          <Plural value={matching} one="# contact" other="# contacts" />
        </Text>
      )}
      <Anchor component="button" size="sm" onClick={onGroups}>
        <Trans>Saved groups</Trans>
      </Anchor>
      {mayAct && matching > 0 && (
        <>
          <Anchor component="button" size="sm" onClick={onDuplicates}>
            <Trans>Likely duplicates</Trans>
          </Anchor>
          <Anchor href={contactsFile({ text: filter.text, tag: filter.tag })} download size="sm">
            <Trans>Download as CSV</Trans>
          </Anchor>
        </>
      )}
    </Group>
  );
}
