import { z } from 'zod';

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
