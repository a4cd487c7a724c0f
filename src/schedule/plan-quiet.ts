import type { VersionedPolicy } from '../account/sending-policy.ts';
import type { Channel } from '../contract/channel.ts';
import type { Plan } from '../contract/plan.ts';
import type { Timing } from '../contract/timing.ts';
import { likelyInstantOf } from '../platform/wall-clock.ts';
import { QuietHours } from './quiet-hours.ts';
import { personSendTime } from './send-times.ts';

const MINUTE = 60_000;

/** Messages of a plan that go to the same zones by the same channel. */
export type PlannedGroup = { channel: Channel; zones: string[]; n: number };

/** By what it is decided when a message goes out. */
export type PlannedTiming = { timing: Timing; policy: VersionedPolicy; home: string; now: Date };

/** How many would wait for their quiet hours to end, and until when; null: nobody would. */
export function plannedQuietWait(
  groups: readonly PlannedGroup[],
  planned: PlannedTiming,
): Plan['quietWait'] {
  const { policy, timing, home } = planned;
  const { quietHours } = policy;
  if (!quietHours || timing.ignoreQuietHours) return null;
  const hours = new QuietHours(quietHours, home);
  const valid = (timing.validMinutes ?? policy.validMinutes) * MINUTE;
  const waiting = groups
    .filter(({ channel }) => quietHours.channels.includes(channel))
    .flatMap(({ channel, zones, n }) => {
      const at = sendTimeOf(zones, planned);
      const until = hours.quietUntil(zones, at)?.getTime();
      return until === undefined
        ? []
        : [{ channel, n, until, expires: until >= at.getTime() + valid }];
    });
  if (waiting.length === 0) return null;
  const ends = waiting.map(({ until }) => until);
  return {
    count: sum(waiting),
    earliest: new Date(Math.min(...ends)).toISOString(),
    latest: new Date(Math.max(...ends)).toISOString(),
    expiring: sum(waiting.filter(({ expires }) => expires)),
    deliveries: {
      sms: sum(waiting.filter(({ channel }) => channel === 'sms')),
      email: sum(waiting.filter(({ channel }) => channel === 'email')),
      voice: sum(waiting.filter(({ channel }) => channel === 'voice')),
    },
  };
}

/** Says when a message goes out to somebody in some zones, after the quiet hours that hold it back. */
export function departures(planned: PlannedTiming): (channel: Channel, zones: string[]) => Date {
  const { quietHours } = planned.policy;
  const hours = quietHours && new QuietHours(quietHours, planned.home);
  return (channel, zones) => {
    const at = sendTimeOf(zones, planned);
    const isHeld = quietHours?.channels.includes(channel) && !planned.timing.ignoreQuietHours;
    return (isHeld && hours?.quietUntil(zones, at)) || at;
  };
}

/** A time that is asked about when it is sent counts here as it is likely meant, or as now. */
function sendTimeOf(zones: string[], { timing, home, now }: PlannedTiming): Date {
  const { sendLater } = timing;
  if (!sendLater) return now;
  const { wall, zone } = sendLater;
  const at = zone === 'recipient' ? personSendTime(wall, zones, home) : likelyInstantOf(zone, wall);
  return at && at > now ? at : now;
}

function sum(groups: readonly { n: number }[]): number {
  return groups.reduce((total, { n }) => total + n, 0);
}
