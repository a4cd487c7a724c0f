import { expect, it } from 'vitest';
import type { Broadcast } from '../contract/broadcast.ts';
import type { Channel } from '../contract/channel.ts';
import type { FallbackStep } from '../contract/fallback.ts';
import { NO_COUNTS } from '../contract/no-counts.ts';
import { everybodyReached } from './everybody-reached.ts';

type Some = Partial<Record<Channel, Partial<typeof NO_COUNTS>>>;

function reached(counts: Some, fallback: FallbackStep[] = []): boolean {
  const byChannel: Broadcast['byChannel'] = (['sms', 'email', 'voice'] as const).flatMap(
    (channel) =>
      counts[channel] ? [{ channel, counts: { ...NO_COUNTS, ...counts[channel] } }] : [],
  );
  return everybodyReached({ byChannel, fallback, callOnlyWithoutSms: false });
}

const toVoice: FallbackStep = { from: 'sms', to: 'voice', silenceMinutes: null };
const toEmail: FallbackStep = { from: 'voice', to: 'email', silenceMinutes: null };

it('is so where all were delivered or are with a carrier, whoever was left out', () => {
  expect(reached({ sms: { delivered: 3, with_carrier: 1, left_out: 2 } })).toBe(true);
  expect(reached({ sms: { delivered: 3, not_delivered: 1 } })).toBe(false);
  expect(reached({ sms: { delivered: 3, not_sure: 1 } })).toBe(false);
  expect(reached({ sms: { delivered: 3, taken_back: 1 } })).toBe(false);
});

it('is so where a fallback reached who was not', () => {
  const sms = { delivered: 3, not_delivered: 1, left_out: 1 };
  expect(reached({ sms, voice: { delivered: 2 } }, [toVoice])).toBe(true);
  expect(reached({ sms, voice: { delivered: 1, taken_back: 1 } }, [toVoice])).toBe(true);
  expect(reached({ sms, voice: { delivered: 1, not_delivered: 1 } }, [toVoice])).toBe(false);
  expect(reached({ sms, voice: { delivered: 1, left_out: 1 } }, [toVoice])).toBe(false);
  const chain = [toVoice, toEmail];
  const voice = { delivered: 1, not_delivered: 1 };
  expect(reached({ sms: { not_delivered: 1 }, voice: { not_delivered: 1 } }, chain)).toBe(false);
  expect(reached({ sms: { delivered: 1 }, voice, email: { delivered: 1 } }, chain)).toBe(true);
});

it('is so where a fallback had nothing to do, whoever could be sent nothing at all', () => {
  expect(reached({ sms: { delivered: 3, left_out: 2 }, voice: { left_out: 2 } }, [toVoice])).toBe(
    true,
  );
});

it('is not so where that cannot be told', () => {
  const sms = { delivered: 3, not_delivered: 1, left_out: 5 };
  expect(reached({ sms, voice: { delivered: 1 } }, [toVoice])).toBe(false);
});

it('is so where calls made up for texts that could not arrive, besides those that were planned', () => {
  const byChannel = [
    {
      channel: 'sms' as const,
      counts: { ...NO_COUNTS, delivered: 3, not_delivered: 1, left_out: 2 },
    },
    { channel: 'voice' as const, counts: { ...NO_COUNTS, delivered: 3 } },
  ];
  const sent = { byChannel, fallback: [], callOnlyWithoutSms: true };
  expect(everybodyReached(sent, 2)).toBe(true);
  expect(everybodyReached(sent, 3)).toBe(false);
});
