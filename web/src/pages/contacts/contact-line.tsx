import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import classes from './contact-line.module.css';
import { ContactMarks } from './contact-marks.tsx';
import { nameOf } from './contact-name.ts';

/** A contact among others: its name, what tells it from them, and what can be done with it. */
export function ContactLine({ contact, children }: { contact: Contact; children?: ReactNode }) {
  return (
    <div className={classes.line}>
      <div className={classes.what}>
        <Text fw={600} className={classes.name ?? ''}>
          <bdi>{nameOf(contact)}</bdi>
        </Text>
        <Text size="sm" c="dimmed" lineClamp={2} className={classes.name ?? ''}>
          <ContactMarks contact={contact} />
        </Text>
      </div>
      {children}
    </div>
  );
}
