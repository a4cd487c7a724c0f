import { z } from 'zod';
import { channel } from './channel.ts';
import { previewRequest } from './plan.ts';

/** Whose rendering is to go to whoever asks, counted as in a preview. */
export const testRequest = previewRequest.extend({
  phone: z.string().trim().min(1).max(100).optional().meta({
    description: 'Where texts and calls go; it is remembered. Left out, the one from last time',
  }),
});
export type TestRequest = z.infer<typeof testRequest>;

/** Where a test went. It is a message of its own: /broadcasts/{id} tells what became of it. */
export const testMessage = z.object({
  id: z.uuid(),
  name: z.string().meta({ description: 'Whose rendering it is' }),
  sentTo: z.array(z.object({ channel, address: z.string() })),
});
