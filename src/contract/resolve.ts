import { z } from 'zod';
import type { Audience } from './audience.ts';
import type { Timing } from './timing.ts';

/** When it is decided who matches the filters of an audience. */
export const resolve = z.enum(['frozen', 'at_sending']).meta({
  description:
    'frozen: who matches the filters now. at_sending: who matches when it goes out; only with sendLater and a filter',
});
export type Resolve = z.infer<typeof resolve>;

type Resolved = Timing & { audience: Audience; resolve?: Resolve | undefined };

/** Adds to a request's schema that there is something to work out later, as `superRefine` wants it. */
export function checkResolve(request: Resolved, context: z.RefinementCtx): void {
  const { audience, sendLater } = request;
  if (request.resolve !== 'at_sending') return;
  const path = ['resolve'];
  if (sendLater === undefined) {
    context.addIssue({
      code: 'custom',
      path,
      message: /*i18n*/ 'it goes out now: choose a time with it',
    });
  } else if (!hasFilter(audience)) {
    const message =
      /*i18n*/ 'people who are named one by one stay the same: choose a filter with it';
    context.addIssue({ code: 'custom', path, message });
  }
}

/** What became of somebody, and who is in a group, may change until then, too. */
function hasFilter({ appointments, contacts, tags, groups, recipients }: Audience): boolean {
  const filters = [appointments, contacts].some((part) => part !== undefined && 'filter' in part);
  return filters || [tags, groups, recipients].some((part) => part !== undefined);
}
