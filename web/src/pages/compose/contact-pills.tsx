import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { CountedChips } from './counted-chips.tsx';
import {
  type ChosenContact,
  contactsInWords,
  type DraftContacts,
  toggled,
} from './draft-contacts.ts';
import { ToChip } from './to-chip.tsx';

/** More than these are counted, not shown. */
const most = 8;

type Props = { contacts: DraftContacts; onChange: (contacts: DraftContacts | null) => void };

/** The chosen contacts in To: each by name, or all that match as one. */
export function ContactPills({ contacts, onChange }: Props) {
  const { t } = useLingui();
  if (contacts.kind === 'all') {
    return (
      <ToChip
        name={contactsInWords(contacts)}
        removes={t`Remove these contacts`}
        onRemove={() => onChange(null)}
      />
    );
  }
  const { chosen } = contacts;
  return (
    <CountedChips
      all={chosen}
      most={most}
      chip={(one) => {
        const name = called(one, chosen);
        return (
          <ToChip
            key={one.id}
            name={name}
            detail={one.detail ?? ''}
            removes={t`Remove ${name}`}
            onRemove={() => onChange(toggled(contacts, one))}
          />
        );
      }}
      more={(hidden) => ({
        name: t`${plural(hidden, { one: 'and # more contact', other: 'and # more contacts' })}`,
        removes: t`${plural(hidden, { one: 'Remove # more contact', other: 'Remove # more contacts' })}`,
      })}
      onKeep={(some) => onChange({ kind: 'some', chosen: some })}
    />
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
