import { Badge, UnstyledButton } from '@mantine/core';
import type { Contact } from '../../../../src/contract/contact.ts';
import classes from './contact-list.module.css';

type Props = { contacts: readonly Contact[]; onOpen: (contact: Contact) => void };

/** Contacts, each with how to reach them. */
export function ContactList({ contacts, onOpen }: Props) {
  return (
    <ul className={classes.list}>
      {contacts.map((contact) => (
        <li key={contact.id}>
          <UnstyledButton className={classes.row ?? ''} onClick={() => onOpen(contact)}>
            <span className={classes.name}>
              <bdi>{nameOf(contact)}</bdi>
            </span>
            <span className={classes.addresses}>
              {contact.addresses.length === 0
                ? 'no number or address'
                : contact.addresses.map(({ address }) => address).join(' · ')}
            </span>
            <span className={classes.tags}>
              {contact.tags.map((tag) => (
                <Badge key={tag} variant="default" tt="none" fw={400}>
                  {tag}
                </Badge>
              ))}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

/** What a contact is called, or what else is known of them. */
export function nameOf({ name, company, addresses }: Contact): string {
  return name || company || addresses[0]?.address || 'Somebody without a name';
}
