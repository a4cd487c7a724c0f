import { z } from 'zod';
import { channel } from './channel.ts';
import { inboundMeaning } from './inbound.ts';
import { mailSender } from './mail-sender.ts';
import { pageOf, paging } from './page-of.ts';
import { voiceKeys } from './voice-content.ts';

/** What goes wrong at a pretend phone or mailbox. */
export const sandboxFault = z.enum([
  'none',
  'landline',
  'blocked',
  'no_answer',
  'voicemail',
  'slow',
  'down',
  'answer_lost',
]);
export type SandboxFault = z.infer<typeof sandboxFault>;

/** A call as whoever or whatever answered it heard it. */
export const sandboxCall = z.object({
  language: z.string(),
  voice: z.enum(['woman', 'man']),
  isMachine: z.boolean().meta({ description: 'A machine answered' }),
  audioId: z
    .uuid()
    .nullable()
    .meta({ description: 'The sound that was played; null: a voice read' }),
  keys: voiceKeys,
});
export type SandboxCall = z.infer<typeof sandboxCall>;

export const sandboxMessage = z.object({
  id: z.uuid(),
  channel,
  sender: z.string(),
  subject: z.string().nullable(),
  text: z.string(),
  hasHtml: z.boolean().meta({
    description: 'An email has: GET /sandbox/messages/{id}/html shows it as a mail reader does',
  }),
  email: mailSender
    .nullable()
    .meta({ description: 'Of an email: what its head says, where it is not the provider’s' }),
  files: z.array(z.object({ id: z.uuid(), name: z.string(), type: z.string(), size: z.int() })),
  call: sandboxCall.nullable(),
  pressed: z.string().nullable().meta({ description: 'The key that was pressed' }),
  receivedAt: z.iso.datetime(),
});
export type SandboxMessage = z.infer<typeof sandboxMessage>;

/** What was answered as somebody on a pretend device. */
const sandboxReply = z.object({
  id: z.uuid(),
  channel,
  text: z.string(),
  meaning: inboundMeaning,
  receivedAt: z.iso.datetime(),
});

export type SandboxReply = z.infer<typeof sandboxReply>;

/** A pretend phone (sms and voice) or mailbox (email), with its newest messages first. */
export const sandboxDevice = z.object({
  kind: z.enum(['phone', 'mailbox']),
  address: z.string(),
  name: z.string().meta({ description: 'Of whoever it was last sent to, where known' }),
  fault: sandboxFault,
  received: z.int(),
  messages: z.array(sandboxMessage).meta({ description: 'The newest 20' }),
  replies: z.array(sandboxReply).meta({ description: 'What was answered from it, the newest 20' }),
});
export type SandboxDevice = z.infer<typeof sandboxDevice>;

export const sandboxDevicePage = pageOf(sandboxDevice);
export type SandboxDevicePage = z.infer<typeof sandboxDevicePage>;

export const sandboxDeviceQuery = paging.extend({
  kind: z.enum(['phone', 'mailbox']).optional(),
  text: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24),
});

export const sandboxFaultRequest = z.strictObject({
  kind: z.enum(['phone', 'mailbox']),
  address: z.string().min(1).max(320),
  fault: sandboxFault,
});
export type SandboxFaultRequest = z.infer<typeof sandboxFaultRequest>;

/** An answer as somebody with a pretend phone or mailbox. */
export const sandboxReplyRequest = z.strictObject({
  channel: z.enum(['sms', 'email']),
  address: z.string().min(1).max(320),
  text: z.string().trim().min(1, /*i18n*/ 'an answer').max(10_000),
  id: z.uuid().optional().meta({
    description: 'The same one again is the same answer, as a carrier may report it twice',
  }),
});
export type SandboxReplyRequest = z.infer<typeof sandboxReplyRequest>;
/** A key that somebody presses on a pretend phone while a call is played. */
export const sandboxKeyRequest = z.strictObject({
  messageId: z.uuid(),
  key: z.string().regex(/^[0-9]$/, /*i18n*/ 'a key from 0 to 9'),
});
