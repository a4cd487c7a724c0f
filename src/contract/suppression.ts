import { z } from 'zod';
import { channel } from './channel.ts';
import { writtenAddress } from './consent.ts';
import { pageOf, paging } from './page-of.ts';
import { said } from './said.ts';

/** Why an address must not be contacted, from the weakest reason to the gravest. */
export const suppressionReason = z
  .enum(['invalid', 'hard_bounce', 'unsubscribed', 'stop', 'manual', 'complaint', 'erased'])
  .meta({
    description:
      'stop, unsubscribed: by themselves. manual: by a person here. complaint: reported as spam. ' +
      'hard_bounce, invalid: there is no such mailbox or number. erased: all we knew of them was deleted',
  });
export type SuppressionReason = z.infer<typeof suppressionReason>;

/** An address that must not be contacted on a channel. */
export const suppression = z.object({
  channel,
  address: z.string(),
  reason: suppressionReason,
  note: z.string(),
  recordedAt: z.iso.datetime(),
  recordedBy: z.string().meta({ description: 'Who added it here; empty: it came by itself' }),
});

export type SuppressionRow = z.infer<typeof suppression>;

export const suppressionPage = pageOf(suppression);
export type SuppressionPage = z.infer<typeof suppressionPage>;

export const suppressionQuery = paging.extend({
  channel: channel.optional(),
  reason: suppressionReason.optional(),
  text: z.string().trim().max(320).optional().meta({ description: 'A part of the address' }),
});

/** What people here may add; the other reasons come by themselves. */
const addedReason = z.enum(['manual', 'complaint', 'unsubscribed', 'hard_bounce', 'invalid']);

export const suppressionRequest = z.strictObject({
  channel,
  address: writtenAddress,
  reason: addedReason.default('manual'),
  note: z.string().trim().max(500).default('').meta({ description: 'Why' }),
});

export type SuppressionRequest = z.input<typeof suppressionRequest>;

export const removalRequest = z.strictObject({
  channel,
  address: writtenAddress,
  confirm: z.literal('ALLOW').optional().meta({
    description:
      'Needed, with their words, where they put themselves on the list or complained: only they can undo it',
  }),
  words: z.string().trim().max(2_000).default('').meta({
    description: 'What they said, word for word; kept as evidence of their consent',
  }),
});
export type RemovalRequest = z.input<typeof removalRequest>;

/** What became of an uploaded list. */
export const suppressionImport = z.object({
  added: z.int(),
  known: z.int().meta({ description: 'On the list already, for this reason or a graver one' }),
  unreadable: z.int().meta({ description: 'Lines that could not be read' }),
  problems: z
    .array(z.object({ line: z.int(), message: z.string(), said: said.optional() }))
    .meta({ description: 'The first 200 of them' }),
});
export type SuppressionImport = z.infer<typeof suppressionImport>;
