import type { SandboxReply } from '../../../../src/contract/sandbox.ts';
import { shortMoment } from '../../format/time.ts';
import classes from './reply-look.module.css';

const taken: Readonly<Record<SandboxReply['meaning'], string>> = {
  message: '',
  stop: ' · taken as STOP',
  start: ' · taken as START',
  help: ' · taken as HELP',
};

/** What was answered from a device, and as what it was taken. */
export function ReplyLook({ reply }: { reply: SandboxReply }) {
  return (
    <article className={classes.reply}>
      <header className={classes.heading}>
        Answered · {shortMoment(reply.receivedAt)}
        {taken[reply.meaning]}
      </header>
      <div className={classes.body}>{reply.text}</div>
    </article>
  );
}
