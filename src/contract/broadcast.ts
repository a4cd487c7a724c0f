import { z } from 'zod';
import { channel } from './channel.ts';
import { content, copyMode } from './content.ts';
import { keyMeaning } from './delivery.ts';
import { checkWays, fallbackStep, redial } from './fallback.ts';
import { outcome } from './outcome.ts';
import { pageOf, paging } from './page-of.ts';
import { planParts } from './plan.ts';
import { checkResolve, resolve } from './resolve.ts';
import { quietWait, sendLater } from './timing.ts';

export const broadcastState = z.enum(['taking', 'scheduled', 'sending', 'sent', 'canceled']);

export const pauseReason = z.enum(['person', 'same_person', 'unusual_rate']);

/** What to send to whom, and when: now, or later by wall clock. */
export const broadcastRequest = planParts
  .extend({
    redial: redial.optional(),
    undoSeconds: z.int().min(0).max(60).default(0).meta({
      description: 'Hold everything for so long, so that it can be taken back',
    }),
    confirmCount: z.int().min(0).optional().meta({
      description: 'A large send wants the number of people whom it reaches, typed by a person',
    }),
    replaces: z.uuid().optional().meta({
      description:
        'A scheduled message that this one stands for: it is taken back as this one is made, both or neither. Once it has begun: too_late',
    }),
  })
  .superRefine(checkWays)
  .superRefine(checkResolve);
export type BroadcastRequest = z.infer<typeof broadcastRequest>;

/** Messages by outcome. */
export const outcomeCounts = z.record(outcome, z.int());

/** Another time for a scheduled broadcast. */
export const sendTime = z.strictObject({
  sendLater: sendLater.nullable().meta({ description: 'null: now' }),
});

/** How fast a broadcast goes. */
export const speed = z.strictObject({
  perMinute: z.int().min(1).max(100_000).nullable().meta({
    description: 'Messages a minute on each of its channels; null: as fast as it goes',
  }),
});

/** Why a broadcast goes slower than it could. */
export const waitsFor = z.enum(['rate', 'cap', 'circuit']).meta({
  description:
    'rate: a limit on its speed. cap: the day’s spending. circuit: its provider is away (GET /providers says why)',
});

export const broadcast = z.object({
  id: z.uuid(),
  title: z.string(),
  state: broadcastState,
  pausedAt: z.iso.datetime().nullable(),
  pauseReason: pauseReason.nullable().meta({
    description:
      'Who paused it: a person, or an alarm (same_person: one address gets too many; unusual_rate: far more than is normal)',
  }),
  pauseDetail: z.string().nullable().meta({ description: 'Who that is' }),
  perMinute: speed.shape.perMinute,
  waitsFor: waitsFor.nullable(),
  folder: z.enum(['appointments', 'other']),
  copyMode,
  follows: z
    .object({ id: z.uuid(), title: z.string(), purpose: z.enum(['resend', 'correction']) })
    .nullable()
    .meta({
      description:
        'The message to whose recipients this one goes: resend to those whom it did not reach, correction to others',
    }),
  replacedBy: z.uuid().nullable().meta({
    description: 'The message that was made of it while it waited, and that goes out in its place',
  }),
  content,
  fallback: z.array(fallbackStep),
  redial: redial.nullable(),
  callOnlyWithoutSms: z.boolean(),
  resolve,
  sendAt: z.iso.datetime(),
  sendLater: sendLater.nullable(),
  undoUntil: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().meta({
    description:
      'What has not gone out by then does not go out; in recipients’ own zones, of the last',
  }),
  validMinutes: z.int(),
  quietWait: quietWait.nullable().meta({ description: 'Who waits for quiet hours now' }),
  quietOverrideBy: z.string().nullable().meta({ description: 'Who let it go out in quiet hours' }),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  finishedAt: z.iso.datetime().nullable(),
  total: z.int().meta({ description: 'Deliveries, without those left out' }),
  counts: outcomeCounts,
  keys: z.record(keyMeaning, z.int()).meta({ description: 'How many said what in calls by keys' }),
  replied: z.int().meta({ description: 'Messages that were answered by text or email' }),
  byChannel: z.array(z.object({ channel, counts: outcomeCounts })),
});
export type Broadcast = z.infer<typeof broadcast>;

export const broadcastList = pageOf(broadcast);
export type BroadcastList = z.infer<typeof broadcastList>;

export const broadcastListQuery = paging.extend({
  folder: z.enum(['appointments', 'other']).optional(),
  state: z.enum(['scheduled', 'sending', 'sent']).optional(),
  text: z.string().trim().max(200).optional(),
});
