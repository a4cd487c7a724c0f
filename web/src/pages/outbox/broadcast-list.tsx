import { Link } from '@tanstack/react-router';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { useSession } from '../../api/session.ts';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import { OutcomeMark } from '../../components/outcome-mark.tsx';
import { RepliedCount } from '../../components/reply-mark.tsx';
import { count } from '../../format/count.ts';
import { momentIn } from '../../format/time.ts';
import { broadcastStateInWords } from '../../wording/broadcast-state.ts';
import { channelPlural } from '../../wording/channels.ts';
import { outcomeOrder } from '../../wording/outcomes.ts';
import classes from './broadcast-list.module.css';

/** Messages, each with how far it is and what became of it so far. */
export function BroadcastList({ broadcasts }: { broadcasts: readonly Broadcast[] }) {
  const { timeZone } = useSession().account;
  return (
    <ul className={classes.list}>
      {broadcasts.map((broadcast) => (
        <li key={broadcast.id}>
          <Link
            to="/outbox/$broadcastId"
            params={{ broadcastId: broadcast.id }}
            className={classes.row}
          >
            <bdi className={classes.title}>{broadcast.title}</bdi>
            <span
              className={classes.ways}
              role="img"
              aria-label={broadcast.byChannel
                .map(({ channel }) => channelPlural(channel))
                .join(', ')}
            >
              {broadcast.byChannel.map(({ channel }) => (
                <ChannelIcon key={channel} channel={channel} />
              ))}
            </span>
            <span className={classes.state}>{broadcastStateInWords(broadcast, timeZone)}</span>
            <span className={classes.counts}>
              {outcomeOrder
                .filter((outcome) => broadcast.counts[outcome] > 0)
                .map((outcome) => (
                  <OutcomeMark key={outcome} outcome={outcome}>
                    <b>{count(broadcast.counts[outcome])}</b>
                  </OutcomeMark>
                ))}
              <RepliedCount replied={broadcast.replied} />
            </span>
            <span className={classes.by}>
              {broadcast.createdBy} · {momentIn(timeZone, broadcast.createdAt)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
