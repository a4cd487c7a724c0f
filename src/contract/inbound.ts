import { z } from 'zod';

/** What an answer was obeyed as; message: as none of the words that are obeyed. */
export const inboundMeaning = z.enum(['message', 'stop', 'start', 'help']);
export type InboundMeaning = z.infer<typeof inboundMeaning>;
