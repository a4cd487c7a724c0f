import { useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { shortMoment } from '../../format/time.ts';

type Props = {
  contact: Contact;
  /** Also since when it is there. */
  withAge?: boolean;
};

/** What tells a contact from others of its name: company, addresses, tags, each in its own direction. */
export function ContactMarks({ contact, withAge = false }: Props) {
  const { t } = useLingui();
  const { name, company, addresses, tags } = contact;
  const since = shortMoment(contact.createdAt);
  const marks = [
    ...(name === '' || company === '' ? [] : [company]),
    ...addresses.map(({ address }) => address),
    ...tags,
    ...(withAge ? [t({ message: `added ${since}`, comment: 'A contact, since when' })] : []),
  ];
  if (marks.length === 0) return t`no number or address`;
  return marks.map((mark, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two marks may be the same, and none moves.
    <Fragment key={at}>
      {at > 0 && ' · '}
      <bdi>{mark}</bdi>
    </Fragment>
  ));
}
