import { z } from 'zod';
import { said } from './said.ts';

/**
 * What every failed call answers with, as application/problem+json (RFC 9457).
 * `code` is stable and made for programs; `title` and `detail` are made for people and say what to do.
 * They are English; a title, and every sentence without a `said` beside it, is its own key in a catalogue.
 */
export const problem = z.object({
  type: z.string().meta({ description: 'URI reference that names the kind of problem' }),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  said: said.optional(),
  errors: z
    .array(z.object({ path: z.string(), message: z.string(), said: said.optional() }))
    .optional()
    .meta({ description: 'Which fields were wrong, and how' }),
  count: z
    .int()
    .optional()
    .meta({ description: 'What confirmCount must be (count_not_confirmed)' }),
});
export type Problem = z.infer<typeof problem>;
