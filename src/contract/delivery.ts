import { z } from 'zod';
import { channel } from './channel.ts';
import { inboundMeaning, lastReply } from './inbound.ts';
import { mailSender } from './mail-sender.ts';
import { deliveryState, failureReason, outcome } from './outcome.ts';
import { pageOf, paging } from './page-of.ts';
import { exclusionReason } from './plan.ts';
import { providerKind } from './provider.ts';

/** What came too late for an attempt that was on the wire already, the gravest last. */
const crossing = z.enum(['paused', 'taken_back', 'stop']);
export type Crossing = z.infer<typeof crossing>;

/** One submission to a provider and what was said of it. */
export const attempt = z.object({
  number: z.int(),
  state: z.enum(['submitting', 'accepted', 'rejected', 'uncertain', 'written_off']),
  provider: z.string().meta({ description: 'Its name' }),
  providerKind,
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  providerRef: z.string().nullable(),
  reason: failureReason.nullable(),
  code: z.string().nullable(),
  answer: z.string().nullable().meta({ description: 'The provider’s own words' }),
  crossed: crossing.nullable().meta({
    description: 'What came when it was on the wire already, and so too late for it',
  }),
  mayArriveTwice: z.boolean().meta({
    description: 'It was taken, or may have been, and the message was sent again meanwhile',
  }),
  receipts: z.array(
    z.object({
      state: z.enum(['sent', 'delivered', 'undelivered']),
      reason: failureReason.nullable(),
      code: z.string().nullable(),
      answer: z.string().nullable(),
      occurredAt: z.iso.datetime(),
    }),
  ),
});
export type Attempt = z.infer<typeof attempt>;

/** Why a delivery that is ready waits until its time. */
export const waitReason = z.enum(['undo', 'scheduled', 'retry', 'quiet_hours', 'cap', 'redial']);
export type WaitReason = z.infer<typeof waitReason>;

/** What somebody who answers a call says by pressing a key. */
export const keyMeaning = z.enum(['confirm', 'call_back', 'opt_out']);
export type KeyMeaning = z.infer<typeof keyMeaning>;

/** A person of a broadcast on one channel: a delivery, or why there is none. */
export const deliveryRow = z.object({
  id: z
    .string()
    .meta({ description: 'Of the delivery; for someone left out, of no use but as a key' }),
  recipientId: z.uuid(),
  name: z.string(),
  alsoFor: z.array(z.string()).meta({ description: 'Others for whom this message stands' }),
  channel,
  insteadOf: channel
    .nullable()
    .meta({ description: 'Tried because this one did not reach them; null: sent at first' }),
  address: z.string().nullable(),
  outcome,
  state: deliveryState.nullable().meta({ description: 'null: left out' }),
  answeredBy: z.string().nullable(),
  keys: z.array(keyMeaning).meta({ description: 'What they answered to a call by keys' }),
  notBefore: z.iso.datetime().nullable(),
  waitReason: waitReason.nullable(),
  failure: failureReason.nullable(),
  exclusion: exclusionReason.nullable(),
  exclusionDetail: z.string(),
  changedAt: z.iso.datetime(),
});
export type DeliveryRow = z.infer<typeof deliveryRow>;

/** The same in a list, with what was answered to it. */
export const listedDelivery = deliveryRow.extend({
  reply: lastReply.nullable().meta({ description: 'What they answered last, by text or email' }),
});
export type ListedDelivery = z.infer<typeof listedDelivery>;

export const deliveryPage = pageOf(listedDelivery);
export type DeliveryPage = z.infer<typeof deliveryPage>;

export const deliveryQuery = paging.extend({
  outcome: outcome.optional(),
  channel: channel.optional(),
  text: z.string().trim().max(200).optional(),
  replied: z
    .enum(['yes', 'no'])
    .optional()
    .meta({ description: 'Only messages that were answered by text or email, or were not' }),
});

export type DeliveryQuery = z.infer<typeof deliveryQuery>;

/** Which people of a broadcast a file of them holds; of which channel, and so on, as in the list. */
export const recipientFileQuery = deliveryQuery.omit({ cursor: true, limit: true });
export type RecipientFileQuery = z.infer<typeof recipientFileQuery>;

/** One delivery whole: the exact text and each attempt. */
export const deliveryStory = deliveryRow.extend({
  broadcastId: z.uuid(),
  subject: z.string().nullable(),
  text: z.string(),
  html: z.string().nullable().meta({ description: 'Of an email' }),
  sender: mailSender.nullable().meta({ description: 'Of an email' }),
  voicemail: z
    .string()
    .nullable()
    .meta({ description: 'Of a call: what a machine is told, where it is something else' }),
  attempts: z.array(attempt),
});
export type DeliveryStory = z.infer<typeof deliveryStory>;

/** What a person decides about an uncertain delivery. */
export const settlement = z.strictObject({ decision: z.enum(['send_again', 'write_off']) });
export type Settlement = z.infer<typeof settlement>;

/** Everything that went, or will go, to a participant, newest first. */
export const communication = z.object({
  deliveryId: z.uuid(),
  broadcastId: z.uuid(),
  title: z.string(),
  channel,
  address: z.string(),
  outcome,
  state: deliveryState,
  failure: failureReason.nullable(),
  notBefore: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable().meta({
    description: 'When it was first given to the carrier; null: not yet',
  }),
  changedAt: z.iso.datetime(),
  subject: z.string().nullable(),
  text: z.string(),
  call: z
    .object({
      audioId: z.uuid().nullable(),
      voicemail: z.string().nullable(),
      voicemailAudioId: z.uuid().nullable(),
    })
    .nullable()
    .meta({ description: 'Of a call: what it plays, and what a machine is told' }),
  isMovable: z.boolean().meta({
    description: 'It is scheduled and goes to nobody else: its message can be sent now or moved',
  }),
});
export type Communication = z.infer<typeof communication>;

/** What somebody answered, and what it was obeyed as. */
export const answer = z.object({
  id: z.uuid(),
  channel,
  address: z.string(),
  text: z.string(),
  meaning: inboundMeaning,
  receivedAt: z.iso.datetime(),
  deliveryId: z.uuid().nullable().meta({
    description: 'The message that it answers: the last that had gone to them; null: none is known',
  }),
});
export type Answer = z.infer<typeof answer>;

export const communications = z.object({
  items: z.array(communication),
  answers: z.array(answer).meta({
    description: 'From the numbers and mailboxes that these went to, newest first',
  }),
});
export type Communications = z.infer<typeof communications>;
