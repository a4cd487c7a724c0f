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

export const mergePreviewQuery = mergeRequest.strip();

/** What a merge would make of a contact; nothing is written. */
export const mergePreview = z.object({
  contact: contact.meta({ description: 'The kept one as it would be' }),
  appointments: z.int().meta({ description: 'of the other one, which would be the kept one’s' }),
});
export type MergePreview = z.infer<typeof mergePreview>;

/** Two contacts that are likely one. */
export const contactDuplicate = z.object({
  reason: z.enum(['same_name_and_address', 'same_address', 'same_name']).meta({
    description: 'same_address: and the names do not contradict each other',
  }),
  contacts: z.tuple([contact, contact]).meta({ description: 'The older one first' }),
});
export type ContactDuplicate = z.infer<typeof contactDuplicate>;

export const duplicatesQuery = paging.extend({
  contactId: z
    .uuid()
    .optional()
    .meta({ description: 'Only the pairs that this contact is one of' }),
});
export const duplicatesPage = pageOf(contactDuplicate);
