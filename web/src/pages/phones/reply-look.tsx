import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { SandboxReply } from '../../../../src/contract/sandbox.ts';
import { shortMoment } from '../../format/time.ts';
import classes from './reply-look.module.css';

const taken = {
  stop: msg`taken as STOP`,
  start: msg`taken as START`,
  help: msg`taken as HELP`,
} as const;

/** What was answered from a device, and as what it was taken. */
export function ReplyLook({ reply }: { reply: SandboxReply }) {
  const { t } = useLingui();
  const { meaning } = reply;
  const parts = [
    t({ message: 'Answered', context: 'a reply' }),
    shortMoment(reply.receivedAt),
    ...(meaning === 'message' ? [] : [t(taken[meaning])]),
  ];
  return (
    <article className={classes.reply}>
      <header className={classes.heading}>{parts.join(' · ')}</header>
      <div className={classes.body}>{reply.text}</div>
    </article>
  );
}
