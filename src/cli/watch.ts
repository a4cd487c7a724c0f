import { setTimeout as sleep } from 'node:timers/promises';
import type { Broadcast } from '../contract/broadcast.ts';
import { QUIET_COUNTED } from '../contract/quiet-counted.ts';
import type { ApiClient } from './api-client.ts';
import { quietSpan } from './clock-time.ts';
import { everybodyReached } from './everybody-reached.ts';
import type { SendReport } from './send-report.ts';

const LOOK = 200;
/** Milliseconds without news after which receipts are not waited for any more. */
const PATIENCE = 20_000;

/** With what `headsup send` ends: exit codes. */
const REACHED = 0;
const NOT_ALL = 1;
const PAUSED = 3;
const QUIET = 4;

/**
 * By whose clock times are told, what else must be done for what goes out later, and how many calls
 * were planned.
 */
type Telling = { timeZone: string; byThen: string; calls: number };

/**
 * Follows a broadcast until nothing moves any more, and returns the exit code. An alarm that paused it,
 * and quiet hours that some wait for, are told and not waited for.
 */
export async function watch(
  api: ApiClient,
  id: string,
  report: SendReport,
  telling: Telling,
): Promise<number> {
  let last = '';
  let quiet = 0;
  for (;;) {
    const now = await api.get<Broadcast>(`/api/broadcasts/${id}`);
    const seen = JSON.stringify([now.state, now.counts]);
    quiet = seen === last ? quiet + LOOK : 0;
    if (seen !== last) report.progress(now);
    last = seen;
    const code = end(now, quiet >= PATIENCE, telling.calls);
    if (code !== null) {
      const notice = noticeOf(now, code, telling);
      if (notice !== null) report.notice(notice);
      report.result(now, code === REACHED);
      return code;
    }
    await sleep(LOOK);
  }
}

/** The exit code once nothing is to be waited for here; null while something is. */
function end(broadcast: Broadcast, isSilent: boolean, calls: number): number | null {
  const { state, counts, pauseReason, quietWait } = broadcast;
  if (pauseReason !== null && pauseReason !== 'person') return PAUSED;
  if (counts.with_carrier > 0 && !isSilent) return null;
  if (state === 'sent' || state === 'canceled') {
    return everybodyReached(broadcast, calls) ? REACHED : NOT_ALL;
  }
  const allWait = quietWait?.count === Math.min(counts.waiting, QUIET_COUNTED);
  return allWait && counts.sending === 0 ? QUIET : null;
}

function noticeOf(broadcast: Broadcast, code: number, telling: Telling): string | null {
  const { pauseReason, pauseDetail, quietWait, counts } = broadcast;
  if (code === PAUSED && pauseReason !== null) {
    const about = `${pauseReason.replace('_', ' ')}${pauseDetail ? `: ${pauseDetail}` : ''}`;
    return `An alarm paused it (${about}). Look at it in the page’s Outbox: resume it there, or take back the rest.`;
  }
  if (code !== QUIET || quietWait === null) return null;
  const span = quietSpan(quietWait, telling.timeZone);
  return `${counts.waiting} wait for the end of their quiet hours, ${span}.${telling.byThen}`;
}
