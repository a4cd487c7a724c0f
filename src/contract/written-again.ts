import { z } from 'zod';
import { redial } from './fallback.ts';
import { planParts } from './plan.ts';

/** What a message was made of: sent again under another key it makes the same. */
export const writtenAgain = z.object({
  request: planParts.extend({ redial: redial.optional() }),
  appointments: z.int().meta({ description: 'Ticked ones as they are now' }),
  contacts: z.array(z.object({ id: z.uuid(), name: z.string() })).meta({
    description: 'Those that were chosen one by one',
  }),
  takenBack: z.int().meta({
    description:
      'People for whom messages of it were taken back one by one; so they are in what replaces it',
  }),
  groups: z.array(z.object({ id: z.uuid(), name: z.string() })).meta({
    description: 'Those of its saved groups that are still there',
  }),
  contactsMatching: z.int().meta({ description: 'Contacts that match the filter now' }),
});
export type WrittenAgain = z.infer<typeof writtenAgain>;
