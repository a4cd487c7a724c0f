import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { useBroadcastEvents } from '../../api/broadcast-events.ts';
import { now } from '../../clock.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { FaceStrip } from '../../sending/face-strip.tsx';
import { isLive } from '../../sending/is-live.ts';
import { useJustSent } from '../../sending/just-sent.ts';
import { pressedCounts } from '../../wording/pressed-keys.ts';
import { waysInWords } from '../../wording/ways.ts';
import { AlarmNotice } from './alarm-notice.tsx';
import { BroadcastActions } from './broadcast-actions.tsx';
import { BroadcastProgress } from './broadcast-progress.tsx';
import classes from './broadcast-view.module.css';
import { FollowUps } from './follow-ups.tsx';
import { FollowsNote } from './follows-note.tsx';
import { OutcomeFilter } from './outcome-filter.tsx';
import { OverTime } from './over-time.tsx';
import { QuietNotice } from './quiet-notice.tsx';
import { Recipients } from './recipients.tsx';
import { ReplacedNote } from './replaced-note.tsx';
import { ScheduleActions } from './schedule-actions.tsx';
import { SettleAll } from './settle-all.tsx';
import { SpeedMenu } from './speed-menu.tsx';
import { WrittenTexts } from './written-texts.tsx';

/** A message that is followed live for as long as anything can still change. */
export function BroadcastView({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const { id } = broadcast;
  const connected = useBroadcastEvents(id, isLive(broadcast, now()));
  // The bar below shows the faces of what was sent last, unless that waits for its time.
  const sent = useJustSent();
  const isInBar = sent?.broadcastId === id && sent.scheduledFor === null;
  const ways = waysInWords(broadcast);
  const pressed = pressedCounts(broadcast.keys);
  return (
    <div className={classes.view}>
      <PageHeader title={broadcast.title} back={{ to: '/outbox', label: t`Outbox` }}>
        <div className={classes.actions}>
          <SettleAll broadcast={broadcast} />
          <FollowUps broadcast={broadcast} />
          <ScheduleActions broadcast={broadcast} />
          <SpeedMenu broadcast={broadcast} />
          <BroadcastActions broadcast={broadcast} />
        </div>
      </PageHeader>
      <div className={classes.summary}>
        <AlarmNotice broadcast={broadcast} />
        <QuietNotice broadcast={broadcast} />
        <BroadcastProgress broadcast={broadcast} />
        <FollowsNote broadcast={broadcast} />
        <ReplacedNote broadcast={broadcast} />
        {broadcast.total > 0 && !isInBar && <FaceStrip broadcastId={id} />}
        {!connected && (
          <Text size="sm" c="var(--tone-amber)" role="status">
            <Trans>The live connection broke; trying again. The figures may be a little old.</Trans>
          </Text>
        )}
        {ways.length > 0 && (
          <Text size="sm" c="dimmed">
            {ways.join(' ')}
          </Text>
        )}
        {pressed !== '' && (
          <Text size="sm">
            <Trans>Answered by keys: {pressed}.</Trans>
          </Text>
        )}
        <WrittenTexts content={broadcast.content} />
        <OverTime broadcast={broadcast} />
        <OutcomeFilter broadcast={broadcast} />
      </div>
      <Recipients broadcastId={id} />
    </div>
  );
}
