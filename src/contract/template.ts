import { z } from 'zod';
import { content } from './content.ts';

/** A text for each channel, to be saved under a name. */
export const templateRequest = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, /*i18n*/ 'a name')
    .max(100)
    .regex(/^[^\r\n]*$/, /*i18n*/ 'one line'),
  content,
});
export type TemplateRequest = z.infer<typeof templateRequest>;

/** A saved text. Inserting it copies it: a message does not change with its template. */
export const template = z.object({
  id: z.uuid(),
  name: z.string(),
  content,
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
});
export type Template = z.infer<typeof template>;

export const templateList = z.object({ items: z.array(template) });
