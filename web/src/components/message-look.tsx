import type { Channel } from '../../../src/contract/channel.ts';
import { channelNoun } from '../wording/channels.ts';
import { ChannelIcon } from './channel-icon.tsx';
import classes from './message-look.module.css';

type Props = {
  channel: Channel;
  /** To or from whom, and when. */
  heading: string;
  subject: string | null;
  text: string;
};

/** A message as its recipient has it: a bubble, a sheet, or what a voice says. */
export function MessageLook({ channel, heading, subject, text }: Props) {
  return (
    <article className={classes[channel]}>
      <header className={classes.heading}>
        <ChannelIcon channel={channel} size={14} />
        {channelNoun[channel]} · {heading}
      </header>
      <div className={classes.body}>
        {subject !== null && <div className={classes.subject}>{subject}</div>}
        {channel === 'voice' ? `“${text}”` : text}
      </div>
    </article>
  );
}
