import type { Broadcast } from '../contract/broadcast.ts';
import type { ImportReport } from '../contract/calendar.ts';
import { type Channel, channels } from '../contract/channel.ts';
import type { Plan, PlanLookups } from '../contract/plan.ts';
import type { Price } from '../contract/price.ts';
import { quietSpan } from './clock-time.ts';
import { warningLines } from './warning-lines.ts';

/** How `headsup send` tells what it does: to a person at a terminal, or as JSON lines to a program. */
export interface SendReport {
  notice(text: string): void;
  imported(report: ImportReport): void;
  /** `timeZone`: by whose clock times are told. */
  planned(plan: Plan, timeZone: string): void;
  progress(broadcast: Broadcast): void;
  result(broadcast: Broadcast, ok: boolean): void;
}

/** One JSON object a line: `{"event": "import" | "plan" | "progress" | "result" | "notice", …}`. */
export function jsonReport(write: (text: string) => void): SendReport {
  const line = (event: string, data: object) => write(`${JSON.stringify({ event, ...data })}\n`);
  return {
    notice: (text) => line('notice', { text }),
    imported: (report) => line('import', report),
    planned: (plan) => line('plan', plan),
    progress: ({ id, state, total, counts }) => line('progress', { id, state, total, counts }),
    result: ({ id, state, total, counts }, ok) => line('result', { id, state, total, counts, ok }),
  };
}

/** Sentences, and a bar that moves. */
export function terminalReport(write: (text: string) => void): SendReport {
  const line = (text: string) => write(`${text}\n`);
  return {
    notice: line,
    imported: (report) => importLines(report).forEach(line),
    planned: (plan, timeZone) => planLines(plan, timeZone).forEach(line),
    progress: (broadcast) => write(`\r${bar(broadcast)}`),
    result: (broadcast, ok) => {
      write(`\r${bar(broadcast)}\n`);
      line(endLine(broadcast, ok));
    },
  };
}

function endLine({ quietWait }: Broadcast, ok: boolean): string {
  if (ok) return 'All of them were reached.';
  if (quietWait) return 'Not everybody was reached yet; see Outbox in the page.';
  return 'Not everybody was reached; see Outbox in the page.';
}

function importLines(report: ImportReport): string[] {
  const { added, changed, unchanged, people, problemCount, problems } = report;
  return [
    `Calendar “${report.calendar.name}”: ${added} appointments added, ${changed} changed, ${unchanged} unchanged; ${people} people found.`,
    ...problems.map(
      (problem) => `  line ${problem.line}: ${problem.title || 'an event'}: ${problem.message}`,
    ),
    ...(problemCount > problems.length
      ? [`  and ${problemCount - problems.length} more problems`]
      : []),
  ];
}

const WORD: Readonly<Record<Channel, [one: string, many: string]>> = {
  sms: ['text', 'texts'],
  email: ['email', 'emails'],
  voice: ['call', 'calls'],
};

function planLines(plan: Plan, timeZone: string): string[] {
  const parts = channels
    .map((channel) => ({ channel, n: plan.deliveries[channel] }))
    .filter(({ n }) => n > 0)
    .map(({ channel, n }) => `${n} ${WORD[channel][n === 1 ? 0 : 1]}`);
  const per = plan.copyMode === 'appointment' ? 'one for each appointment' : 'one for each person';
  return [
    `Plan: ${plan.appointments} appointments, ${plan.people} people; ${parts.join(', ') || 'nothing to send'} (${per}).`,
    ...(plan.smsSegments
      ? [`  texts: ${plan.smsSegments.total} segments in all, ${plan.smsSegments.encoding}`]
      : []),
    ...(plan.cost ? [costLine(plan.cost)] : []),
    ...(plan.wantsCount
      ? [`  a large send: it wants the number of its people, --confirm ${plan.reached}`]
      : []),
    ...quietLines(plan, timeZone),
    ...warningLines(plan),
    ...plan.fallbacks.map(
      ({ from, to, upTo, atOnce }) =>
        `  up to ${upTo} ${WORD[to][upTo === 1 ? 0 : 1]} where ${from === 'email' ? 'an' : 'a'} ${WORD[from][0]} does not reach them, ${atOnce} of them at once`,
    ),
    ...callOnlyLines(plan),
    ...plan.excluded.map(
      ({ channel, reason, count }) =>
        `  ${count} get no ${WORD[channel][0]}: ${reason.replaceAll('_', ' ')}`,
    ),
  ];
}

function callOnlyLines({ callOnly }: Plan): string[] {
  if (!callOnly) return [];
  const { upTo, lookups } = callOnly;
  const calls = WORD.voice[upTo === 1 ? 0 : 1];
  return [
    ...(upTo > 0 ? [`  up to ${upTo} more ${calls} if the text cannot reach a number`] : []),
    ...(lookups ? lookupLines(lookups) : []),
  ];
}

function lookupLines(lookups: PlanLookups): string[] {
  const { unknown, answered, unanswered, provider, cost, leftToday, whenSent } = lookups;
  const some = leftToday < unknown ? `${leftToday} of them today, ` : '';
  const price = `${some}for about ${moneyText(cost)}, paid to ${provider}`;
  const how = whenSent
    ? `looked up when it is sent, ${price}`
    : `an owner may have them looked up, ${price}`;
  return [
    ...(unknown > 0 ? [`  ${unknown} may be landlines or mobiles: ${how}`] : []),
    ...(answered > 0 ? [`  ${answered} looked up`] : []),
    ...(unanswered > 0 ? [`  not looked up, so that a text is tried first: ${unanswered}`] : []),
  ];
}

/** Prices of a number are parts of a cent. */
function moneyText({ amount, currency }: Price): string {
  const digits = amount > 0 && amount < 0.1 ? 4 : 2;
  return `${amount.toFixed(digits)} ${currency}`;
}

function quietLines({ quietWait }: Plan, timeZone: string): string[] {
  if (!quietWait) return [];
  const { count, expiring } = quietWait;
  return [
    `  ${count} wait for the end of their quiet hours, ${quietSpan(quietWait, timeZone)}; --ignore-quiet-hours sends at once`,
    ...(expiring > 0
      ? [
          `  ${expiring} of them never go out: their time is over by then; --valid-for gives them more`,
        ]
      : []),
  ];
}

function costLine({ currency, amount, leftToday }: NonNullable<Plan['cost']>): string {
  const isOver = leftToday !== null && amount > leftToday;
  const rest = isOver ? `; only ${leftToday.toFixed(2)} may still be spent today` : '';
  return `  cost: about ${amount.toFixed(2)} ${currency}${rest}`;
}

const WIDTH = 30;

function bar({ total, counts }: Broadcast): string {
  const done = total - counts.waiting - counts.sending;
  const filled = total === 0 ? WIDTH : Math.round((done / total) * WIDTH);
  const trouble = [
    counts.not_delivered > 0 ? `, ${counts.not_delivered} not delivered` : '',
    counts.not_sure > 0 ? `, ${counts.not_sure} not sure` : '',
  ].join('');
  return `${'▓'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${counts.delivered} of ${total} delivered${trouble}  `;
}
