import { z } from 'zod';
import { channel } from './channel.ts';
import { pageOf, paging } from './page-of.ts';

/** How we know what somebody agreed to or took back. */
export const consentSource = z
  .enum(['typed', 'imported', 'form', 'reply', 'link', 'call', 'carrier'])
  .meta({
    description:
      'typed: told to a person here; imported: from a list; form: ticked; reply: a message of theirs; ' +
      'link: an unsubscribe link; call: a key pressed; carrier: told by the provider',
  });
export type ConsentSource = z.infer<typeof consentSource>;

/** granted: from then on they may be contacted there. revoked: they took it back. */
export const consentState = z.enum(['granted', 'revoked']);
export type ConsentState = z.infer<typeof consentState>;

/** explicit: they said so. implied: they gave us the address, as for an appointment. */
export const consentBasis = z.enum(['explicit', 'implied']);
export type ConsentBasis = z.infer<typeof consentBasis>;

/** A number, or a mailbox, as a person writes it. */
export const writtenAddress = z.string().trim().min(1).max(320).meta({
  description:
    'For email a mailbox; else a number in E.164, or as it is dialled in the account’s country',
});

/** What is noted of an address on a channel. */
export const consent = z.object({
  channel,
  address: z.string(),
  state: consentState,
  basis: consentBasis,
  source: consentSource,
  words: z.string().meta({ description: 'What was shown to them or said by them, word for word' }),
  detail: z.string().meta({ description: 'What else proves it' }),
  recordedAt: z.iso.datetime(),
  recordedBy: z.string().meta({ description: 'Who noted it here; empty: it was noted by itself' }),
});

/** Newest first: the first of a channel is what holds. */
export const consentPage = pageOf(consent);
export type ConsentPage = z.infer<typeof consentPage>;

export const consentQuery = paging.extend({
  address: writtenAddress,
  channel: channel.optional(),
});

const evidence = z.strictObject({
  channel,
  address: writtenAddress,
  source: z.enum(['typed', 'imported', 'form', 'call']).default('typed'),
  words: z.string().trim().max(2_000).default('').meta({
    description: 'What was shown to them or said by them, word for word',
  }),
  detail: z.string().trim().max(2_000).default(''),
});

export const consentRequest = evidence
  .extend({ basis: consentBasis.default('explicit') })
  .refine(({ basis, words }) => basis === 'implied' || words !== '', {
    path: ['words'],
    message: /*i18n*/ 'what they agreed to, in the words that were shown or said',
  });

export const revocationRequest = evidence;
