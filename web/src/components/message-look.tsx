import type { Channel } from '../../../src/contract/channel.ts';
import { channelNoun } from '../wording/channels.ts';
import { ChannelIcon } from './channel-icon.tsx';
import { EmailFrame } from './email-frame.tsx';
import classes from './message-look.module.css';

type Props = {
  channel: Channel;
  /** To or from whom, and when. */
  heading: string;
  subject: string | null;
  text: string;
  /** Of an email that is shown as rich text. */
  html?: string | undefined;
};

/** A message as its recipient has it: a bubble, a sheet, or what a voice says. */
export function MessageLook({ channel, heading, subject, text, html }: Props) {
  return (
    <article className={classes[channel]}>
      <header className={classes.heading}>
        <ChannelIcon channel={channel} size={14} />
        {channelNoun[channel]} · {heading}
      </header>
      <div className={classes.body}>
        {subject !== null && <div className={classes.subject}>{subject}</div>}
        {html !== undefined && <EmailFrame html={html} title={`Email, ${heading}`} />}
        {html === undefined && (channel === 'voice' ? `“${text}”` : text)}
      </div>
    </article>
  );
}
