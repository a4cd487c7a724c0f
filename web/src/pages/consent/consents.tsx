import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import lines from '../contacts/contact-line.module.css';
import { AddressConsent } from './address-consent.tsx';

/** Each is asked for by itself, so of somebody with very many only the first are at first. */
const FIRST = 5;

/** What the addresses of a contact agreed to and took back, and whether they are to be left alone. */
export function Consents({ contact }: { contact: Contact }) {
  const { t } = useLingui();
  const [isAll, setAll] = useState(false);
  const { addresses } = contact;
  if (addresses.length === 0) return null;
  const shown = isAll ? addresses : addresses.slice(0, FIRST);
  const others = addresses.length - shown.length;
  return (
    <section aria-label={t`Consent`}>
      <Text fw={600}>
        <Trans>Consent</Trans>
      </Text>
      <ul className={lines.list}>
        {shown.map((address) => (
          <li key={address.id}>
            <AddressConsent address={address} />
          </li>
        ))}
      </ul>
      {others > 0 && (
        <Button size="xs" variant="default" onClick={() => setAll(true)}>
          <Plural
            value={others}
            other="Show the other #"
            comment="Numbers and addresses of a contact"
          />
        </Button>
      )}
    </section>
  );
}
