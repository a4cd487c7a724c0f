import { z } from 'zod';
import { contact } from './contact.ts';
import { pageOf, paging } from './page-of.ts';

/** Which contact is merged into the one of the path. */
export const mergeRequest = z.strictObject({ mergedId: z.uuid() });

/** Two contacts that a person found to be one; taking it back takes them apart again. */
export const contactMerge = z.object({
  id: z.uuid(),
  keptId: z.uuid(),
  mergedId: z.uuid(),
  mergedName: z.string(),
  mergedAt: z.iso.datetime(),
  mergedBy: z.string(),
});
export type ContactMerge = z.infer<typeof contactMerge>;

/** Two contacts that are likely one. */
export const contactDuplicate = z.object({
  reason: z.enum(['same_name_and_address', 'same_address', 'same_name']).meta({
    description: 'same_address: and the names do not contradict each other',
  }),
  contacts: z.tuple([contact, contact]).meta({ description: 'The older one first' }),
});
export type ContactDuplicate = z.infer<typeof contactDuplicate>;

export const duplicatesQuery = paging;
export const duplicatesPage = pageOf(contactDuplicate);
