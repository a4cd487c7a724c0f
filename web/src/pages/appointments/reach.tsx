import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Participant } from '../../../../src/contract/appointment.ts';
import type { Channel } from '../../../../src/contract/channel.ts';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import classes from './reach.module.css';

/** How someone can be reached, as signs; said in words to those who do not see them. */
export function Reach({ person }: { person: Participant }) {
  const ways = waysTo(person);
  if (ways.length === 0) {
    return (
      <span className={classes.none}>
        <Trans>no number or address</Trans>
      </span>
    );
  }
  return (
    <span className={classes.reach} role="img" aria-label={inWords(person)}>
      {ways.map(({ channel, note }) => (
        <span key={channel} title={note}>
          <ChannelIcon channel={channel} />
        </span>
      ))}
    </span>
  );
}

/** A number that takes no texts is only called, as the plan has it; one of which it is not known is tried. */
function waysTo({ phone, email, takesTexts }: Participant): { channel: Channel; note: string }[] {
  return [
    ...(phone === null || takesTexts === false
      ? []
      : [
          {
            channel: 'sms' as const,
            note: takesTexts
              ? phone
              : t`${phone}: not known whether it takes texts, so one is tried`,
          },
        ]),
    ...(phone === null
      ? []
      : [
          {
            channel: 'voice' as const,
            note: takesTexts === false ? t`${phone}: takes no texts` : phone,
          },
        ]),
    ...(email === null ? [] : [{ channel: 'email' as const, note: email }]),
  ];
}

function inWords({ phone, email, takesTexts }: Participant): string {
  if (phone === null) return t`Can be reached by email`;
  if (takesTexts === false) {
    return email === null
      ? t`Can be reached by call; the number takes no texts`
      : t`Can be reached by call and email; the number takes no texts`;
  }
  return email === null
    ? t`Can be reached by text and call`
    : t`Can be reached by text, call and email`;
}
