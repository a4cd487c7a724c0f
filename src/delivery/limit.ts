import { smsSegments } from '../message/sms-segments.ts';
import type { DueLane, PreparedDelivery, WaitsFor } from './lane.ts';
import type { Carrier } from './provider-pool.ts';

/** Seconds whose worth of a speed may be used at once. */
const BURST = 0.25;

/** What a delivery uses of its limits, by what they count. */
export type Units = {
  messages: number;
  /** As SMS are billed; for other channels the same as messages. */
  segments: number;
  /** Millionths of the account's currency. */
  cost: number;
};

/** One limit on a lane, shared with every lane and worker that names the same key. */
export type Limit = {
  kind: 'provider' | 'sender' | 'lane' | 'spend' | 'hour' | 'confirmed_hour' | 'lookup';
  key: string;
  counts: keyof Units;
  /** What is said of a lane that waits for it. */
  waitsFor: WaitsFor;
  /** How much may be used at once. One message fits always where it drains: it only waits its time. */
  capacity: number;
  /** How much is free again in a second; 0: nothing is until `renewedAt`. */
  drain: number;
  /** When a limit that does not drain begins anew, under another key. */
  renewedAt: Date | null;
};

/**
 * What limits the speed of a lane: its provider on the channel, the address or number it sends from,
 * and the speed that a person chose for the broadcast. The first two count segments for SMS. Single
 * messages may use a little more of what is shared, so that a broadcast at full speed leaves them room.
 */
export function limitsOf(lane: DueLane, carrier: Carrier, perMinute: number | null): Limit[] {
  const { capabilities, providerId, limits } = carrier;
  const counts = lane.channel === 'sms' ? 'segments' : 'messages';
  const extra = lane.kind === 'single' ? 2 : 1;
  const speeds = [
    speed('provider', `${providerId} ${lane.channel}`, counts, extra, [
      capabilities.rate,
      perSecond(limits.perMinute),
    ]),
    speed('sender', `${lane.channel} ${capabilities.sender ?? providerId}`, counts, extra, [
      perSecond(limits.senderPerMinute),
    ]),
    speed('lane', lane.id, 'messages', 1, [perSecond(perMinute)]),
  ];
  return speeds.filter((limit) => limit !== null);
}

/** What a delivery uses, at so much for a segment or message: nothing where the door will be shut on it anyway. */
export function unitsOf(
  { channel }: DueLane,
  { verdict, message }: PreparedDelivery,
  price: number,
): Units {
  if (verdict !== null || message === null) return { messages: 0, segments: 0, cost: 0 };
  const segments = channel === 'sms' ? Math.max(1, smsSegments(message.text).segments) : 1;
  return { messages: 1, segments, cost: segments * price };
}

function speed(
  kind: Limit['kind'],
  key: string,
  counts: Limit['counts'],
  extra: number,
  speeds: readonly (number | null | undefined)[],
): Limit | null {
  const drain = Math.min(...speeds.map((one) => one ?? Number.POSITIVE_INFINITY));
  if (!Number.isFinite(drain)) return null;
  const capacity = extra * Math.max(1, drain * BURST);
  return { kind, key, counts, waitsFor: 'rate', capacity, drain, renewedAt: null };
}

function perSecond(perMinute: number | null): number | null {
  return perMinute === null ? null : perMinute / 60;
}
