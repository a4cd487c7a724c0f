import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import classes from '../appointments/selection-bar.module.css';
import {
  contactsCount,
  contactsInWords,
  type DraftContacts,
  mostContacts,
} from '../compose/draft-contacts.ts';
import { useOpenCompose } from '../compose/use-open-compose.ts';

type Props = {
  selection: DraftContacts;
  /** How many match what is shown. */
  matching: number;
  onAll: () => void;
  onClear: () => void;
};

/** How many contacts are ticked, and what can be done with them. */
export function ContactSelectionBar({ selection, matching, onAll, onClear }: Props) {
  const { t } = useLingui();
  const openCompose = useOpenCompose();
  const number = contactsCount(selection);
  const isTooMany = selection.kind === 'some' && number > mostContacts;
  return (
    <section className={classes.bar} aria-label={t`Selection`}>
      <Text size="sm" fw={600}>
        {contactsInWords(selection)}
      </Text>
      {selection.kind === 'some' && number < matching && (
        <Button className={classes.all ?? ''} variant="subtle" size="xs" onClick={onAll}>
          <Plural value={matching} other="Select all # that match" />
        </Button>
      )}
      <span className={classes.space} />
      <Button variant="default" size="xs" onClick={onClear}>
        <Trans context="the selection">Clear</Trans>
      </Button>
      <Button
        className={classes.compose ?? ''}
        disabled={number === 0 || isTooMany}
        onClick={() => openCompose({ contacts: selection })}
      >
        <Trans>Compose</Trans>
      </Button>
    </section>
  );
}
