import { Pill } from '@mantine/core';
import { count } from '../../format/count.ts';
import { contactsInWords, type DraftContacts, toggled } from './draft-contacts.ts';
import { removeButton } from './remove-button.ts';

/** More than these are counted, not shown. */
const most = 8;

type Props = { contacts: DraftContacts; onChange: (contacts: DraftContacts | null) => void };

/** The chosen contacts in To: each by name, or all that match as one. */
export function ContactPills({ contacts, onChange }: Props) {
  if (contacts.kind === 'all') {
    return (
      <Pill
        withRemoveButton
        onRemove={() => onChange(null)}
        removeButtonProps={removeButton('Remove these contacts')}
      >
        {contactsInWords(contacts)}
      </Pill>
    );
  }
  const { chosen } = contacts;
  const hidden = chosen.length - most;
  return (
    <>
      {chosen.slice(0, most).map((one) => (
        <Pill
          key={one.id}
          withRemoveButton
          onRemove={() => onChange(toggled(contacts, one))}
          removeButtonProps={removeButton(`Remove ${one.name}`)}
        >
          {one.name}
        </Pill>
      ))}
      {hidden > 0 && (
        <Pill
          withRemoveButton
          onRemove={() => onChange({ kind: 'some', chosen: chosen.slice(0, most) })}
          removeButtonProps={removeButton(`Remove ${count(hidden)} more contacts`)}
        >
          and {count(hidden)} more contacts
        </Pill>
      )}
    </>
  );
}
