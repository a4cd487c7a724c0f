import { z } from 'zod';
import { channel } from './channel.ts';

/** What an answer was obeyed as; message: as none of the words that are obeyed. */
export const inboundMeaning = z.enum(['message', 'stop', 'start', 'help']);
export type InboundMeaning = z.infer<typeof inboundMeaning>;

/** What somebody answered last to a message. */
export const lastReply = z.object({
  channel,
  text: z.string().meta({ description: 'Its first 200 characters' }),
  receivedAt: z.iso.datetime(),
});
export type LastReply = z.infer<typeof lastReply>;
