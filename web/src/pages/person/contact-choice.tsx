import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ContactMatch } from '../../../../src/contract/contact-choice.ts';
import { ContactFinder } from '../contacts/contact-finder.tsx';
import classes from '../contacts/contact-line.module.css';
import { ContactLine } from '../contacts/contact-line.tsx';
import { nameOf } from '../contacts/contact-name.ts';

type Props = {
  match: ContactMatch;
  mayAct: boolean;
  isBusy: boolean;
  /** Null: none of the contacts. */
  onChoose: (contactId: string | null) => void;
  /** Null: it is not to be left as it is. */
  onCancel: (() => void) | null;
};

/** Whom somebody may be, with what tells them apart; any other contact; or none of them. */
export function ContactChoice({ match, mayAct, isBusy, onChoose, onCancel }: Props) {
  const { t } = useLingui();
  const { candidates, contact } = match;
  const choose = t({
    message: 'It is them',
    comment: 'A button: this contact is the person of the appointment',
  });
  const [isSearching, setSearching] = useState(candidates.length === 0);
  return (
    <Stack gap="xs">
      {candidates.length > 0 && (
        <ul className={classes.list} aria-label={t`Who it may be`}>
          {candidates.map((one) => {
            const name = nameOf(one);
            return (
              <li key={one.id}>
                <ContactLine contact={one}>
                  {mayAct && (
                    <Button
                      size="xs"
                      variant="default"
                      disabled={isBusy}
                      aria-label={t`It is them: ${name}`}
                      onClick={() => onChoose(one.id)}
                    >
                      {choose}
                    </Button>
                  )}
                </ContactLine>
              </li>
            );
          })}
        </ul>
      )}
      {mayAct && isSearching && (
        <ContactFinder
          act={choose}
          disabled={isBusy}
          without={[...candidates, ...(contact ? [contact] : [])].map(({ id }) => id)}
          onPick={({ id }) => onChoose(id)}
        />
      )}
      {mayAct && (
        <>
          <Group gap="xs">
            {!isSearching && (
              <Button size="xs" variant="default" onClick={() => setSearching(true)}>
                <Trans>Another contact</Trans>
              </Button>
            )}
            <Button size="xs" variant="default" disabled={isBusy} onClick={() => onChoose(null)}>
              {candidates.length > 0
                ? t({ message: 'None of these', context: 'contacts' })
                : t`None of my contacts`}
            </Button>
            {onCancel && (
              <Button size="xs" variant="subtle" onClick={onCancel}>
                <Trans>Leave it</Trans>
              </Button>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            <Trans>
              It holds for everybody of this name and number or address, on appointments to come
              too; of a name alone, for this appointment.
            </Trans>
          </Text>
        </>
      )}
      {!mayAct && (
        <Text size="sm" c="dimmed">
          <Trans>Your role is to look only: a colleague has to say it.</Trans>
        </Text>
      )}
    </Stack>
  );
}
