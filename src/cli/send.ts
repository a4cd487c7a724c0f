import { randomUUID } from 'node:crypto';
import type { Broadcast } from '../contract/broadcast.ts';
import type { Plan, PlanRequest } from '../contract/plan.ts';
import type { Session } from '../contract/session.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ApiClient } from './api-client.ts';
import type { Reached } from './reach-server.ts';
import { refusalOf } from './refusal-of.ts';
import { audienceOf, nameAudience } from './send-audience.ts';
import { contentOf, optionOfField, type SendOptions, timingOf } from './send-options.ts';
import type { SendReport } from './send-report.ts';
import { watch } from './watch.ts';

/**
 * The main job without a browser: imports the calendar or takes the people of an earlier message, plans, sends and watches. Returns the exit
 * code: 0 only if every message was delivered, or left with a carrier that reports nothing further;
 * 3 where an alarm paused it, 4 where all that is left waits for quiet hours.
 */
export async function send(
  reached: Reached,
  options: SendOptions,
  report: SendReport,
): Promise<number> {
  try {
    return await importAndSend(reached, options, report);
  } catch (error) {
    throw refusalOf(error, optionOfField);
  }
}

async function importAndSend(
  { api, isOwn }: Reached,
  options: SendOptions,
  report: SendReport,
): Promise<number> {
  const content = contentOf(options);
  if ('problem' in content) throw new Refusal(content.problem);
  const named = await audienceOf(options);
  await ensureAccount(api, options, report);
  const { account } = await api.get<Session>('/api/session');
  const audience = await nameAudience(api, named, options.filter, report);
  const timing = timingOf(options, account.timeZone);
  const request: PlanRequest = {
    audience,
    content,
    ...(options.fallback === undefined ? {} : { fallback: options.fallback }),
    ...(options.callOnlyWithoutSms ? { callOnlyWithoutSms: true } : {}),
    ...timing,
  };
  const plan = await api.post<Plan>('/api/plans', request);
  report.planned(plan, account.timeZone);
  if (options.dryRun) return 0;
  const isHeard = plan.reached > 0 || plan.fallbacks.some(({ atOnce }) => atOnce > 0);
  if (!isHeard) throw new Refusal('Nobody would get anything, so nothing was sent.');
  const made = await api.post<Broadcast>(
    '/api/broadcasts',
    {
      ...request,
      ...(options.redial === undefined ? {} : { redial: options.redial }),
      ...(options.confirm === undefined ? {} : { confirmCount: options.confirm }),
    },
    { 'idempotency-key': randomUUID() },
  );
  const { sendLater } = timing;
  const byThen = isOwn ? ' A server must run on this data folder by then: npm start.' : '';
  if (!sendLater)
    return watch(api, made.id, report, {
      timeZone: account.timeZone,
      byThen,
      calls: callsOf(plan),
    });
  const where = sendLater.zone === 'recipient' ? 'each recipient’s own time' : sendLater.zone;
  report.notice(`Scheduled for ${sendLater.wall.replace('T', ' ')} (${where}).${byThen}`);
  report.result(made, true);
  return 0;
}

/** Who was to be called from the start, or is left out of it. */
function callsOf({ deliveries, excluded }: Plan): number {
  const leftOut = excluded.filter(({ channel }) => channel === 'voice');
  return leftOut.reduce((sum, { count }) => sum + count, deliveries.voice);
}

async function ensureAccount(
  api: ApiClient,
  options: SendOptions,
  report: SendReport,
): Promise<void> {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const country = options.country ?? new Intl.Locale(locale).region ?? 'US';
  const zone = options.zone === undefined || options.zone === 'recipient' ? timeZone : options.zone;
  const { made } = await api.post<{ made: boolean }>('/api/setup/practice', {
    country,
    timeZone: zone,
  });
  if (made) {
    report.notice(
      `This data folder was new: a practice account was made (${country}, ${zone}). Nothing leaves this machine.`,
    );
  }
}
