import { z } from 'zod';

/** The three ways a message can go. */
export const channel = z
  .enum(['sms', 'email', 'voice'])
  .meta({ description: 'How a message goes' });
export type Channel = z.infer<typeof channel>;

/** In the order in which pages and plans list them. */
export const channels: readonly Channel[] = channel.options;
