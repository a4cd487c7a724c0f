import { z } from 'zod';

export const exampleLanguage = z.enum(['en', 'es', 'fr']);
export type ExampleLanguage = z.infer<typeof exampleLanguage>;

/** How the example clinic is brought in. */
export const exampleRequest = z.strictObject({
  language: exampleLanguage.optional().meta({
    description:
      'In which its front desk writes, English unless said; said again in another one, it is changed',
  }),
});
