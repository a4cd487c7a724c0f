import { Trans, useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ListedDelivery } from '../../../../src/contract/delivery.ts';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import { OutcomeMark } from '../../components/outcome-mark.tsx';
import { ReplyMark } from '../../components/reply-mark.tsx';
import { listed } from '../../format/count.ts';
import { exactMoment } from '../../format/time.ts';
import { resultInWords } from '../../wording/delivery-result.ts';
import { DeliveryStory } from './delivery-story.tsx';
import { LeftOutAdvice } from './left-out-advice.tsx';
import classes from './recipients.module.css';
import { wayInWords } from './way-in-words.ts';

type Props = { row: ListedDelivery; open: boolean; onToggle: () => void };

/** One person on one channel; it opens into its story, or, for whoever was left out, into what can be done. */
export function RecipientRow({ row, open, onToggle }: Props) {
  const { t } = useLingui();
  const result = resultInWords(row);
  const name = row.name || row.address || t`Somebody without a name`;
  const way = [wayInWords(row), row.address].filter(Boolean).join(' ');
  const others = listed(row.alsoFor);
  const cells = (
    <>
      <span title={[name, ...row.alsoFor].join(', ')}>
        {others === '' ? (
          <b>
            <bdi>{name}</bdi>
          </b>
        ) : (
          <Trans>
            <b>
              <bdi>{name}</bdi>
            </b>{' '}
            <span className={classes.quiet}>also for {others}</span>
          </Trans>
        )}
      </span>
      <span className={`${classes.address} ${classes.quiet}`} title={way}>
        <ChannelIcon channel={row.channel} />
        <span>{way}</span>
      </span>
      <span className={classes.result} title={result ?? ''}>
        <OutcomeMark outcome={row.outcome} />
        {result && <span className={classes.quiet}>{result}</span>}
        {row.reply && <ReplyMark reply={row.reply} />}
      </span>
      <span className={`${classes.time} ${classes.quiet}`}>{exactMoment(row.changedAt)}</span>
    </>
  );
  return (
    <>
      <UnstyledButton className={classes.row} aria-expanded={open} onClick={onToggle}>
        <IconChevronRight size={16} className={classes.chevron} aria-hidden />
        {cells}
      </UnstyledButton>
      {open &&
        (row.exclusion === null ? (
          <DeliveryStory id={row.id} />
        ) : (
          <LeftOutAdvice reason={row.exclusion} />
        ))}
    </>
  );
}
