import { Trans, useLingui } from '@lingui/react/macro';
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconUserQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Participant } from '../../../../src/contract/appointment.ts';
import { AnswerMark } from '../../components/answer-mark.tsx';
import { countsInWords, MessageCounts } from '../../components/message-counts.tsx';
import { ReplyMark } from '../../components/reply-mark.tsx';
import classes from './agenda-table.module.css';
import { Reach } from './reach.tsx';

type Props = {
  person: Participant;
  /** The appointment in one line, above the name, where there is no room for columns. */
  heading: ReactNode;
  tabIndex: number;
  compact: boolean;
  onOpen: (person: Participant) => void;
};

/** Who it is, how they can be reached, and what was sent to them. */
export function PersonCells({ person, heading, tabIndex, compact, onOpen }: Props) {
  const { t } = useLingui();
  const name = person.name || person.phone || person.email || t`Somebody without a name`;
  const counts = countsInWords(person.messages);
  // An element: what stands in a string is read as markup by <Trans>.
  const address = <bdi>{person.invalidAddress}</bdi>;
  const wrong = person.invalidAddress !== null && (
    <span className={classes.wrong} title={t`This is not a usable number or address`}>
      <IconAlertTriangle size={14} aria-hidden style={{ verticalAlign: '-0.15em' }} />{' '}
      <Trans>
        {address} <VisuallyHidden>is not usable</VisuallyHidden>
      </Trans>
    </span>
  );
  const reachable = person.phone !== null || person.email !== null;
  const reach = reachable || !wrong ? <Reach person={person} /> : null;
  return (
    <>
      <td>
        {heading}
        <span className={classes.who}>
          <UnstyledButton
            className={classes.name}
            tabIndex={tabIndex}
            onClick={() => onOpen(person)}
          >
            {person.match === 'ambiguous' && (
              <span className={classes.wrong} title={t`It is not clear which contact this is`}>
                <IconUserQuestion size={15} aria-hidden style={{ verticalAlign: '-0.15em' }} />{' '}
                <VisuallyHidden>
                  <Trans>Which contact?</Trans>
                </VisuallyHidden>
              </span>
            )}
            <bdi>{name}</bdi>
          </UnstyledButton>
          {person.answer && <AnswerMark said={person.answer.said} />}
          {person.reply && <ReplyMark reply={person.reply} />}
          {compact && !person.answer && reach}
          {compact && wrong}
        </span>
      </td>
      {!compact && (
        <td>
          {reach} {wrong}
        </td>
      )}
      <td>
        <UnstyledButton className={classes.name} tabIndex={tabIndex} onClick={() => onOpen(person)}>
          <MessageCounts counts={person.messages} />
          <VisuallyHidden>{t`Messages with ${name}: ${counts}`}</VisuallyHidden>
        </UnstyledButton>
      </td>
    </>
  );
}
