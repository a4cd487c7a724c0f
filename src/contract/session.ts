import { z } from 'zod';
import { channel } from './channel.ts';

export const signInRequest = z.object({
  email: z.email(/*i18n*/ 'an email address as in you@example.com').max(320),
  password: z.string().min(1, /*i18n*/ 'your password').max(128),
});
export type SignInRequest = z.infer<typeof signInRequest>;

export const role = z.enum(['owner', 'member', 'viewer']);
export type Role = z.infer<typeof role>;

/** Who is signed in, where, and what they may do. */
export const session = z.object({
  user: z.object({ name: z.string(), email: z.string() }),
  account: z.object({ id: z.uuid(), name: z.string(), country: z.string(), timeZone: z.string() }),
  role,
  practiceChannels: z
    .array(channel)
    .meta({ description: 'Channels that go to the sandbox: nothing on them leaves the machine' }),
});
export type Session = z.infer<typeof session>;
