import { plural } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { Pill } from '@mantine/core';
import {
  type ChosenContact,
  contactsInWords,
  type DraftContacts,
  toggled,
} from './draft-contacts.ts';
import { removeButton } from './remove-button.ts';

/** More than these are counted, not shown. */
const most = 8;

type Props = { contacts: DraftContacts; onChange: (contacts: DraftContacts | null) => void };

/** The chosen contacts in To: each by name, or all that match as one. */
export function ContactPills({ contacts, onChange }: Props) {
  const { t } = useLingui();
  if (contacts.kind === 'all') {
    return (
      <Pill
        withRemoveButton
        onRemove={() => onChange(null)}
        removeButtonProps={removeButton(t`Remove these contacts`)}
      >
        {contactsInWords(contacts)}
      </Pill>
    );
  }
  const { chosen } = contacts;
  const hidden = chosen.length - most;
  return (
    <>
      {chosen.slice(0, most).map((one) => {
        const name = called(one, chosen);
        return (
          <Pill
            key={one.id}
            title={one.detail ?? ''}
            withRemoveButton
            onRemove={() => onChange(toggled(contacts, one))}
            removeButtonProps={removeButton(t`Remove ${name}`)}
          >
            {name}
          </Pill>
        );
      })}
      {hidden > 0 && (
        <Pill
          withRemoveButton
          onRemove={() => onChange({ kind: 'some', chosen: chosen.slice(0, most) })}
          removeButtonProps={removeButton(
            t`${plural(hidden, { one: 'Remove # more contact', other: 'Remove # more contacts' })}`,
          )}
        >
          <Plural value={hidden} one="and # more contact" other="and # more contacts" />
        </Pill>
      )}
    </>
  );
}

/** By name; where two have the same, with what tells them apart. */
function called(
  { id, name, detail = '' }: ChosenContact,
  chosen: readonly ChosenContact[],
): string {
  const isShared = chosen.some((other) => other.id !== id && other.name === name);
  return isShared && detail !== '' ? `${name} (${detail})` : name;
}
