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
  const { candidates, contact } = match;
  const [isSearching, setSearching] = useState(candidates.length === 0);
  return (
    <Stack gap="xs">
      {candidates.length > 0 && (
        <ul className={classes.list} aria-label="Who it may be">
          {candidates.map((one) => (
            <li key={one.id}>
              <ContactLine contact={one}>
                {mayAct && (
                  <Button
                    size="xs"
                    variant="default"
                    disabled={isBusy}
                    aria-label={`It is them: ${nameOf(one)}`}
                    onClick={() => onChoose(one.id)}
                  >
                    It is them
                  </Button>
                )}
              </ContactLine>
            </li>
          ))}
        </ul>
      )}
      {mayAct && isSearching && (
        <ContactFinder
          act="It is them"
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
                Another contact
              </Button>
            )}
            <Button size="xs" variant="default" disabled={isBusy} onClick={() => onChoose(null)}>
              {candidates.length > 0 ? 'None of these' : 'None of my contacts'}
            </Button>
            {onCancel && (
              <Button size="xs" variant="subtle" onClick={onCancel}>
                Leave it
              </Button>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            It holds for everybody of this name and number or address, on appointments to come too;
            of a name alone, for this appointment.
          </Text>
        </>
      )}
      {!mayAct && (
        <Text size="sm" c="dimmed">
          Your role is to look only: a colleague has to say it.
        </Text>
      )}
    </Stack>
  );
}
