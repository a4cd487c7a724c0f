import { Plural, useLingui } from '@lingui/react/macro';
import { Pill, PillsInput } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { asChosen } from './chosen-contact.ts';
import { ContactPills } from './contact-pills.tsx';
import { hasPeople, isBlank } from './draft.ts';
import { toggled, withoutLast } from './draft-contacts.ts';
import { recipientsInWords } from './draft-recipients.ts';
import { GroupPills } from './group-pills.tsx';
import { howToAdd } from './how-to-add.ts';
import { asTyped, type Person, parsePeople } from './parse-people.ts';
import { PeopleChips } from './people-chips.tsx';
import { personProblems } from './person-problems.ts';
import { removeButton } from './remove-button.ts';
import { ToOfferList } from './to-offer-list.tsx';
import type { ToOffer } from './to-offers.ts';
import type { Compose } from './use-compose.ts';
import { useToOffer } from './use-to-offer.ts';

/** Whom it is for: ticked appointments, contacts who are offered as one types, and people typed or pasted. */
export function ToField({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change, plan, errors } = compose;
  const { ticked, contacts, tags, groups, recipients, people } = draft;
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const label = t({ message: 'To', context: 'field: whom a message is for' });
  const appointments = ticked?.appointments ?? 0;
  const problems = personProblems(draft, plan.data, errors);
  const said = [...new Set(problems.values())].slice(0, 3).join(' ');

  const add = (text: string) => {
    const found = parsePeople(text);
    // Nothing is written yet, and only email reaches them.
    const isMail = isBlank(draft) && found.every(({ phone, email }) => !phone && email);
    if (found.length > 0) {
      change({ people: [...people, ...found], ...(isMail && { channels: ['email'] }) });
    }
    setTyped('');
  };
  const choose = (offer: ToOffer) => {
    setTyped('');
    if (offer.kind === 'tag') return change({ tags: [...tags, offer.tag] });
    if (offer.kind === 'group') return change({ groups: [...groups, offer.group] });
    const { contact } = offer;
    const hasPhone = contact.addresses.some(({ kind }) => kind === 'phone');
    const isMail = isBlank(draft) && !hasPhone && contact.addresses.length > 0;
    change({
      contacts: toggled(contacts, asChosen(contact)),
      ...(isMail && { channels: ['email'] }),
    });
  };
  const offering = useToOffer(draft, typed, choose);
  const removeLast = () => {
    if (people.length > 0) change({ people: people.slice(0, -1) });
    else if (recipients) change({ recipients: null });
    else if (groups.length > 0) change({ groups: groups.slice(0, -1) });
    else if (tags.length > 0) change({ tags: tags.slice(0, -1) });
    else if (contacts) change({ contacts: withoutLast(contacts) });
    else if (ticked) change({ ticked: null });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || offering.onKey(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '') removeLast();
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (!/[\r\n,;\t]/.test(text)) return;
    event.preventDefault();
    add(`${typed}${text}`);
  };
  /** Puts somebody back into the field, to be typed anew; what stood in it is added. */
  const edit = (person: Person) => {
    const others = people.filter(({ id }) => id !== person.id);
    change({ people: [...others, ...parsePeople(typed)] });
    setTyped(asTyped(person));
    field.current?.focus();
  };
  return (
    <div>
      <PillsInput
        label={label}
        error={said || problemOfAudience(errors)}
        description={howToAdd(contacts)}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
      >
        <Pill.Group>
          {ticked && (
            <Pill
              withRemoveButton
              onRemove={() => change({ ticked: null })}
              removeButtonProps={removeButton(t`Remove the appointments`)}
            >
              <Plural value={appointments} one="# appointment" other="# appointments" />
            </Pill>
          )}
          {contacts && (
            <ContactPills contacts={contacts} onChange={(chosen) => change({ contacts: chosen })} />
          )}
          <GroupPills draft={draft} change={change} />
          {recipients && (
            <Pill
              withRemoveButton
              onRemove={() => change({ recipients: null })}
              removeButtonProps={removeButton(t`Remove these recipients`)}
            >
              {recipientsInWords(recipients)}
            </Pill>
          )}
          <PeopleChips
            people={people}
            problems={problems}
            onChange={(some) => change({ people: some })}
            onEdit={edit}
          />
          <PillsInput.Field
            ref={field}
            aria-label={label}
            enterKeyHint="done"
            placeholder={hasPeople(draft) ? t`Add people` : t`Names, numbers, addresses`}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => add(typed)}
            {...offering.aria}
            data-autofocus={!hasPeople(draft) || undefined}
          />
        </Pill.Group>
      </PillsInput>
      <ToOfferList offering={offering} />
    </div>
  );
}

function problemOfAudience(errors: ReadonlyMap<string, string>): string | undefined {
  const paths = ['audience', 'audience.groups', 'audience.recipients.broadcastId'];
  return paths.map((path) => errors.get(path)).find((problem) => problem !== undefined);
}
