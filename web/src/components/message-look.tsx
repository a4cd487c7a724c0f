import { Trans, useLingui } from '@lingui/react/macro';
import type { ComponentProps } from 'react';
import type { Channel } from '../../../src/contract/channel.ts';
import { channelNoun } from '../wording/channels.ts';
import { CallLook, type CallParts } from './call-look.tsx';
import { ChannelIcon } from './channel-icon.tsx';
import { EmailFrame } from './email-frame.tsx';
import { MessageFiles } from './message-files.tsx';
import classes from './message-look.module.css';

type Props = {
  channel: Channel;
  /** To or from whom, and when. */
  heading: string;
  subject: string | null;
  /** Of an email: whom it is from and where answers go, where that is said. */
  sender?: { fromName: string | null; replyTo: string | null } | undefined;
  text: string;
  /** Those that go with it; a link stands in the text. */
  files?: ComponentProps<typeof MessageFiles>['files'];
  call?: CallParts | null;
  /** Of an email that is shown as rich text: its HTML, or where that is. */
  html?: string | { address: string } | undefined;
};

/** A message as its recipient has it: a bubble, a sheet, or what a voice says. */
export function MessageLook(props: Props) {
  const { t } = useLingui();
  const { channel, heading, subject, sender, text, html, files = [], call } = props;
  const { fromName, replyTo } = sender ?? { fromName: null, replyTo: null };
  return (
    <article className={classes[channel]}>
      <header className={classes.heading}>
        <ChannelIcon channel={channel} size={14} />
        {channelNoun(channel)} · {heading}
      </header>
      <div className={classes.body}>
        {fromName && (
          <div className={classes.sender}>
            <Trans>From {fromName}</Trans>
          </div>
        )}
        {replyTo && (
          <div className={classes.sender}>
            <Trans>Answers go to {replyTo}</Trans>
          </div>
        )}
        {subject !== null && <div className={classes.subject}>{subject}</div>}
        {html !== undefined && (
          <EmailFrame
            {...(typeof html === 'string' ? { html } : html)}
            title={t`Email, ${heading}`}
          />
        )}
        {html === undefined && (channel === 'voice' ? text && `“${text}”` : text)}
        <MessageFiles files={files} />
        {call && <CallLook call={call} />}
      </div>
    </article>
  );
}
