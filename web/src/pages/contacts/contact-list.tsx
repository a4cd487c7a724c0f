import { useLingui } from '@lingui/react/macro';
import { Badge, Checkbox, UnstyledButton } from '@mantine/core';
import type { Contact } from '../../../../src/contract/contact.ts';
import { count } from '../../format/count.ts';
import classes from './contact-list.module.css';
import { nameOf } from './contact-name.ts';

/** A line has room for so many tags; the contact itself says all. */
const TAGS = 3;

type Props = {
  contacts: readonly Contact[];
  onOpen: (contact: Contact) => void;
  /** Null: nothing can be done with ticks here. */
  ticks: {
    has: (id: string) => boolean;
    toggle: (contact: Contact) => void;
    disabled: boolean;
  } | null;
};

/** Contacts, each with how to reach them. */
export function ContactList({ contacts, onOpen, ticks }: Props) {
  const { t } = useLingui();
  return (
    <ul className={classes.list}>
      {contacts.map((contact) => {
        const name = nameOf(contact);
        return (
          <li key={contact.id} className={classes.line}>
            {ticks && (
              <Checkbox
                aria-label={t`Tick ${name}`}
                checked={ticks.has(contact.id)}
                disabled={ticks.disabled}
                onChange={() => ticks.toggle(contact)}
              />
            )}
            <UnstyledButton className={classes.row ?? ''} onClick={() => onOpen(contact)}>
              <span className={classes.name}>
                <bdi>{name}</bdi>
              </span>
              <span className={classes.addresses}>
                {contact.addresses.length === 0
                  ? t`no number or address`
                  : contact.addresses.map(({ address }) => address).join(' · ')}
              </span>
              <span className={classes.tags}>
                {contact.tags.slice(0, TAGS).map((tag) => (
                  <Badge key={tag} variant="default" tt="none" fw={400} className={classes.tag}>
                    {tag}
                  </Badge>
                ))}
                {contact.tags.length > TAGS && (
                  <span className={classes.more}>+{count(contact.tags.length - TAGS)}</span>
                )}
              </span>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
