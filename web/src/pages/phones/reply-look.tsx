import { useLingui } from '@lingui/react/macro';
import type { SandboxReply } from '../../../../src/contract/sandbox.ts';
import { shortMoment } from '../../format/time.ts';
import { obeyedAs } from './obeyed-as.ts';
import classes from './reply-look.module.css';

/** What was answered from a device, and as what it was taken. */
export function ReplyLook({ reply }: { reply: SandboxReply }) {
  const { t } = useLingui();
  const parts = [
    t({ message: 'Answered', context: 'a reply' }),
    shortMoment(reply.receivedAt),
    obeyedAs(reply.meaning),
  ];
  return (
    <article className={classes.reply}>
      <header className={classes.heading}>{parts.filter((part) => part !== '').join(' · ')}</header>
      <div className={classes.body}>{reply.text}</div>
    </article>
  );
}
