import { Trans, useLingui } from '@lingui/react/macro';
import type { Participant } from '../../../../src/contract/appointment.ts';
import type { Channel } from '../../../../src/contract/channel.ts';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import classes from './reach.module.css';

/** How someone can be reached, as signs; said in words to those who do not see them. */
export function Reach({ person }: { person: Participant }) {
  const { t } = useLingui();
  const ways: { channel: Channel; address: string }[] = [
    ...(person.phone === null
      ? []
      : [
          { channel: 'sms' as const, address: person.phone },
          { channel: 'voice' as const, address: person.phone },
        ]),
    ...(person.email === null ? [] : [{ channel: 'email' as const, address: person.email }]),
  ];
  if (ways.length === 0) {
    return (
      <span className={classes.none}>
        <Trans>no number or address</Trans>
      </span>
    );
  }
  const label =
    person.phone === null
      ? t`Can be reached by email`
      : person.email === null
        ? t`Can be reached by text and call`
        : t`Can be reached by text, call and email`;
  return (
    <span className={classes.reach} role="img" aria-label={label}>
      {ways.map(({ channel, address }) => (
        <span key={channel} title={address}>
          <ChannelIcon channel={channel} />
        </span>
      ))}
    </span>
  );
}
