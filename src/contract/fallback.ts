import { z } from 'zod';
import { channel } from './channel.ts';
import type { Content } from './content.ts';

/** For whom `from` does not reach, `to` is tried. */
export const fallbackStep = z.strictObject({
  from: channel,
  to: channel,
  silenceMinutes: z.int().min(1).max(1_440).nullable().meta({
    description:
      'Also for whom the carrier has reported nothing further for so long, where it gives reports; null: only on failure',
  }),
});
export type FallbackStep = z.infer<typeof fallbackStep>;

/** What a call only where SMS cannot go amounts to for numbers that turn out to be such. */
export const callIfNoText: FallbackStep = { from: 'sms', to: 'voice', silenceMinutes: null };

/** Up to two steps, the second from where the first one leads: a text, else a call, else an email. */
export const fallback = z.array(fallbackStep).max(2).meta({
  description: 'What is tried for whom a channel does not reach; it is not sent at first',
});

/** Calls that were busy or not answered are made again. */
export const redial = z.strictObject({
  times: z.int().min(1).max(5).meta({ description: 'So often at most' }),
  minutes: z.int().min(1).max(120).meta({ description: 'So long after the call before' }),
});
export type Redial = z.infer<typeof redial>;

type Ways = {
  content: Content;
  fallback?: readonly FallbackStep[] | undefined;
  redial?: Redial | undefined;
  callOnlyWithoutSms?: boolean | undefined;
};
type Issue = { path: (string | number)[]; message: string };

/** What makes no sense in a request's fallbacks and redial, each with its place. */
export function wayProblems(ways: Ways): Issue[] {
  const { content, fallback: steps = [], redial: again } = ways;
  const from = steps.map((step) => step.from);
  const to = steps.map((step) => step.to);
  const issues = steps.flatMap((step, n): Issue[] => {
    const at = (field: keyof FallbackStep, message: string): Issue => ({
      path: ['fallback', n, field],
      message,
    });
    if (step.from === step.to)
      return [at('to', /*i18n*/ 'name another way than the one that failed')];
    return [
      ...(content[step.from] ? [] : [at('from', /*i18n*/ 'nothing is written for it')]),
      ...(content[step.to] ? [] : [at('to', /*i18n*/ 'write what is to be said this way')]),
      ...(from.indexOf(step.from) < n ? [at('from', /*i18n*/ 'it has a fallback already')] : []),
      ...(to.indexOf(step.to) < n ? [at('to', /*i18n*/ 'it is a fallback already')] : []),
    ];
  });
  if (issues.length === 0 && steps.length > 0 && from.every((one) => to.includes(one))) {
    issues.push({
      path: ['fallback'],
      message: /*i18n*/ 'it goes in a circle: one way must come first',
    });
  }
  if (again && !content.voice) {
    issues.push({
      path: ['redial'],
      message: /*i18n*/ 'only a call can be made again: write what it says',
    });
  }
  return [...issues, ...callOnlyProblems(ways)];
}

function callOnlyProblems({ content, fallback = [], callOnlyWithoutSms }: Ways): Issue[] {
  if (!callOnlyWithoutSms) return [];
  const wrong = (message: string): Issue[] => [{ path: ['callOnlyWithoutSms'], message }];
  if (!content.sms) return wrong(/*i18n*/ 'write the text that everybody else gets');
  if (!content.voice) return wrong(/*i18n*/ 'write what the call says');
  if (fallback.some(({ from, to }) => from === 'sms' || to === 'sms' || to === 'voice')) {
    return wrong(
      /*i18n*/ 'text and call are chosen by the number: no fallback goes between them or to them',
    );
  }
  return [];
}

/** Adds to a request's schema that its ways make sense, as `superRefine` wants it. */
export function checkWays(request: Ways, context: z.RefinementCtx): void {
  for (const { path, message } of wayProblems(request)) {
    context.addIssue({ code: 'custom', path, message });
  }
}
