import { z } from 'zod';
import { channel } from './channel.ts';
import { failureReason } from './outcome.ts';

/** Where mail is handed over, and as whom. The password is written, never read back. */
export const smtpSettings = z.strictObject({
  host: z
    .string()
    .trim()
    .min(1, /*i18n*/ 'the mail server’s name')
    .max(255)
    .regex(/^[\p{L}\p{N}._:-]*$/u, /*i18n*/ 'a name as in smtp.example.com, or an IP address'),
  port: z.int().min(1).max(65_535).default(587),
  security: z.enum(['starttls', 'tls', 'none']).default('starttls').meta({
    description:
      'starttls: refuse to go on without it (RFC 3207). tls: from the first byte (RFC 8314). none: only to a server on this machine or network',
  }),
  user: z.string().max(320).default(''),
  password: z.string().max(1_000).default(''),
  fromAddress: z.email(/*i18n*/ 'an email address as in desk@example.com'),
  fromName: z
    .string()
    .trim()
    .max(200)
    .regex(/^\P{Cc}*$/u, /*i18n*/ 'one line')
    .default(''),
});
export type SmtpSettings = z.infer<typeof smtpSettings>;

export const providerRequest = z.strictObject({
  kind: z.literal('smtp'),
  name: z.string().trim().min(1).max(200),
  smtp: smtpSettings,
});
export type ProviderRequest = z.infer<typeof providerRequest>;

/** What its owner pays, in the account's currency; a channel that is left out costs nothing. */
export const providerPrices = z.strictObject({
  sms: z.number().min(0).max(1_000).optional().meta({ description: 'A segment' }),
  email: z.number().min(0).max(1_000).optional().meta({ description: 'An email' }),
  voice: z.number().min(0).max(1_000).optional().meta({ description: 'A call' }),
});
export type ProviderPrices = z.infer<typeof providerPrices>;

/** What its owner lets a provider do in a minute on each channel: messages, or segments of SMS. */
export const providerLimits = z.strictObject({
  perMinute: z.int().min(1).max(1_000_000).nullable().meta({
    description: 'null: as fast as the provider takes it',
  }),
  senderPerMinute: z.int().min(1).max(1_000_000).nullable().meta({
    description:
      'The same for the address or number it sends from, shared with other providers that do',
  }),
});
export type ProviderLimits = z.infer<typeof providerLimits>;

/** A provider that fails all the time is not called until `retryAt`; then one message tries it. */
export const circuit = z.object({
  channel,
  since: z.iso.datetime(),
  reason: failureReason,
  answer: z.string().meta({ description: 'What the provider said last' }),
  retryAt: z.iso.datetime(),
});

/**
 * A mail server with other settings. Without a password the stored one is kept, which only a request
 * for the same server, port and user may do.
 */
export const providerChange = z.strictObject({
  name: z.string().trim().min(1).max(200),
  smtp: smtpSettings
    .omit({ password: true })
    .extend({ password: z.string().max(1_000).optional() }),
});
export type ProviderChange = z.infer<typeof providerChange>;

export const providerKind = z.enum(['sandbox', 'smtp']);

export const provider = z.object({
  id: z.uuid(),
  kind: providerKind,
  name: z.string(),
  channels: z.array(channel).meta({ description: 'What it can carry' }),
  carries: z.array(channel).meta({ description: 'What it carries now' }),
  standsIn: z.array(z.object({ channel, place: z.int().min(1) })).meta({
    description: 'What it carries while those before it are away; place 1 is the first to stand in',
  }),
  circuits: z.array(circuit).meta({ description: 'Channels on which it is not called now' }),
  limits: providerLimits,
  prices: providerPrices,
  smtp: smtpSettings.omit({ password: true }).nullable(),
});
export type Provider = z.infer<typeof provider>;

export const providers = z.object({ items: z.array(provider) });
export type Providers = z.infer<typeof providers>;

/** Which provider carries a channel from now on. */
export const channelChoice = z.strictObject({ providerId: z.uuid() });

/** Who carries a channel from now on, and who stands in, in their order, while those before are away. */
export const channelProviders = z.strictObject({
  providerIds: z
    .array(z.uuid())
    .min(1)
    .max(5)
    .refine((ids) => new Set(ids).size === ids.length, { message: /*i18n*/ 'each provider once' }),
});

/** The Test button: one real message to this address. */
export const providerTest = z.strictObject({ address: z.string().trim().min(1).max(320) });

export const providerTestResult = z.object({
  outcome: z.enum(['accepted', 'rejected', 'retryable', 'uncertain']),
  answer: z.string(),
});
export type ProviderTestResult = z.infer<typeof providerTestResult>;
