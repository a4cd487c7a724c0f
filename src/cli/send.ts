import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Broadcast } from '../contract/broadcast.ts';
import type { ImportReport } from '../contract/calendar.ts';
import type { Plan, PlanRequest } from '../contract/plan.ts';
import type { Session } from '../contract/session.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ApiClient } from './api-client.ts';
import type { Reached } from './reach-server.ts';
import { refusalOf } from './refusal-of.ts';
import { contentOf, optionOfField, type SendOptions, sendLaterOf } from './send-options.ts';
import type { SendReport } from './send-report.ts';

const LOOK = 200;
/** Exit code: an alarm paused the message, and a person must look at it. */
const PAUSED = 3;
/** Milliseconds without news after which receipts are not waited for any more. */
const PATIENCE = 20_000;

/**
 * The main job without a browser: imports the calendar, plans, sends and watches. Returns the exit
 * code: 0 only if every message was delivered, or left with a carrier that reports nothing further;
 * 3 where an alarm paused it.
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
  const bytes = await readCalendar(options.calendar);
  await ensureAccount(api, options, report);
  const { account } = await api.get<Session>('/api/session');
  const imported = await api.upload<ImportReport>(
    '/api/calendars/import',
    bytes,
    basename(options.calendar),
  );
  report.imported(imported);
  const filter = {
    from: options.from,
    to: options.to,
    calendarId: imported.calendar.id,
    ...(options.filter === undefined ? {} : { text: options.filter }),
  };
  const request: PlanRequest = {
    audience: { appointments: { filter, excludeIds: [] }, people: [] },
    content,
  };
  const plan = await api.post<Plan>('/api/plans', request);
  report.planned(plan);
  if (options.dryRun) return 0;
  if (plan.reached === 0) throw new Refusal('Nobody would get anything, so nothing was sent.');
  const later = options.at && sendLaterOf(options.at, options.zone ?? account.timeZone);
  const made = await api.post<Broadcast>(
    '/api/broadcasts',
    {
      ...request,
      ...(later ? { sendLater: later } : {}),
      ...(options.confirm === undefined ? {} : { confirmCount: options.confirm }),
    },
    { 'idempotency-key': randomUUID() },
  );
  if (!later) return watch(api, made, report);
  report.notice(
    `Scheduled for ${later.wall.replace('T', ' ')} (${later.zone}).${isOwn ? ' A server must run on this data folder by then: npm start.' : ''}`,
  );
  report.result(made, true);
  return 0;
}

async function readCalendar(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw new Refusal(`The calendar file ${path} cannot be read: check its name and your rights.`);
  }
}

async function ensureAccount(
  api: ApiClient,
  options: SendOptions,
  report: SendReport,
): Promise<void> {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const country = options.country ?? new Intl.Locale(locale).region ?? 'US';
  const { made } = await api.post<{ made: boolean }>('/api/setup/practice', {
    country,
    timeZone: options.zone ?? timeZone,
  });
  if (made) {
    report.notice(
      `This data folder was new: a practice account was made (${country}, ${options.zone ?? timeZone}). Nothing leaves this machine.`,
    );
  }
}

/** Follows the broadcast until nothing moves any more. */
async function watch(api: ApiClient, made: Broadcast, report: SendReport): Promise<number> {
  let last = '';
  let quiet = 0;
  for (;;) {
    const now = await api.get<Broadcast>(`/api/broadcasts/${made.id}`);
    const seen = JSON.stringify([now.state, now.counts]);
    quiet = seen === last ? quiet + LOOK : 0;
    if (seen !== last) report.progress(now);
    last = seen;
    if (now.pauseReason !== null && now.pauseReason !== 'person') {
      report.notice(
        `An alarm paused it (${now.pauseReason.replace('_', ' ')}${now.pauseDetail ? `: ${now.pauseDetail}` : ''}). Look at it in the page’s Outbox: resume it there, or cancel the rest.`,
      );
      report.result(now, false);
      return PAUSED;
    }
    const { counts, total } = now;
    const isOver = now.state === 'sent' || now.state === 'canceled';
    if (isOver && (counts.with_carrier === 0 || quiet >= PATIENCE)) {
      const ok = counts.delivered + counts.with_carrier === total;
      report.result(now, ok);
      return ok ? 0 : 1;
    }
    await sleep(LOOK);
  }
}
