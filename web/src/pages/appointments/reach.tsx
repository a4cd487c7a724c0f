import type { Participant } from '../../../../src/contract/appointment.ts';
import type { Channel } from '../../../../src/contract/channel.ts';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import { listed } from '../../format/count.ts';
import classes from './reach.module.css';

/** How someone can be reached, as signs; said in words to those who do not see them. */
export function Reach({ person }: { person: Participant }) {
  const ways: { channel: Channel; word: string; address: string }[] = [
    ...(person.phone === null
      ? []
      : [
          { channel: 'sms' as const, word: 'text', address: person.phone },
          { channel: 'voice' as const, word: 'call', address: person.phone },
        ]),
    ...(person.email === null
      ? []
      : [{ channel: 'email' as const, word: 'email', address: person.email }]),
  ];
  if (ways.length === 0) return <span className={classes.none}>no number or address</span>;
  const label = `Can be reached by ${listed(ways.map((way) => way.word))}`;
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
