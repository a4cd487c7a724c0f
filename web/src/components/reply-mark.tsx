import { Plural, Trans } from '@lingui/react/macro';
import { IconMessageReply } from '@tabler/icons-react';
import type { LastReply } from '../../../src/contract/inbound.ts';
import marks from './outcome-mark.module.css';
import classes from './reply-mark.module.css';

/** That somebody wrote back, and what, as far as there is room. */
export function ReplyMark({ reply: { text } }: { reply: LastReply }) {
  // An element, set apart from what stands around it: it is somebody else's text.
  const said = <bdi>{text.trim()}</bdi>;
  return (
    <span className={`${classes.reply} ${marks.blue}`} title={text} data-reply>
      <IconMessageReply size={14} stroke={2.25} aria-hidden />
      <span className={classes.words}>
        {text.trim() === '' ? (
          <Trans context="a person, to a message">replied</Trans>
        ) : (
          <Trans>replied: “{said}”</Trans>
        )}
      </span>
    </span>
  );
}

/** How many wrote back; nothing where nobody did. */
export function RepliedCount({ replied }: { replied: number }) {
  if (replied === 0) return null;
  return (
    <span className={`${marks.mark} ${marks.blue}`}>
      <IconMessageReply size={14} stroke={2.25} aria-hidden />
      <span>
        <Plural value={replied} one="# replied" other="# replied" />
      </span>
    </span>
  );
}
