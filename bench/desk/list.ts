import { writeAgendaCursor } from '../../src/calendars/agenda-cursor.ts';
import { type Measure, quantile } from '../benchmark.ts';
import { APPOINTMENTS, type FullDesk } from './full-desk.ts';
import { type Asked, openLoop } from './open-loop.ts';

const PER_SECOND = 20;
const SECONDS = 30;
const WARM_SECONDS = 5;

/** A count is asked for with the first tick, while the pages go on being asked for. */
const COUNTS_PER_SECOND = 2;

type Path = { name: string; path: string };

/** Milliseconds that the slowest of a hundred pages may take. */
const LIMIT = 50;
/** Milliseconds in which a number that is waited for beside other work comes at once. */
const COUNT_LIMIT = 300;

/**
 * The calls of the agenda's page, twenty a second: its first page, pages far down, searches and filters; beside
 * the cheapest route of the same server at the same pace. And how many match, as somebody asks who ticks.
 */
export async function list(desk: FullDesk): Promise<Measure[]> {
  const { url, owner } = desk;
  const [pages, counts] = await Promise.all([pagesOf(desk), countsOf(desk)]);
  const ask = (some: readonly Path[], seconds: number, perSecond = PER_SECOND) =>
    openLoop(url, owner.cookie, inTurn(some, seconds * perSecond), perSecond);
  await ask([...pages, ...counts], WARM_SECONDS);
  const bare = await ask([{ name: 'session', path: '/api/session' }], WARM_SECONDS * 2);
  const asked = await ask(pages, SECONDS);
  const counted = await ask(counts, SECONDS, COUNTS_PER_SECOND);
  const facts = {
    'bare route p50': at(bare, 0.5),
    'bare route p99': at(bare, 0.99),
    'bare route max': at(bare, 1),
  };
  return [
    measured('desk-list-p99', `ms at ${PER_SECOND} requests/s`, asked, LIMIT, facts),
    measured('desk-count-p99', `ms at ${COUNTS_PER_SECOND} requests/s`, counted, COUNT_LIMIT, {}),
  ];
}

function measured(
  name: string,
  unit: string,
  asked: readonly Asked[],
  limit: number,
  facts: Record<string, number>,
): Measure {
  const ours = at(asked, 0.99);
  const byName = [...Map.groupBy(asked, ({ name }) => name)];
  return {
    name,
    unit,
    ours,
    baseline: limit,
    ratio: ours / limit,
    aim: { most: 1 },
    facts: {
      p50: at(asked, 0.5),
      max: at(asked, 1),
      ...facts,
      ...Object.fromEntries(byName.map(([kind, some]) => [`${kind} p50`, at(some, 0.5)] as const)),
    },
  };
}

/** What the page asks, with the places where its pages begin further down. */
async function pagesOf(desk: FullDesk): Promise<Path[]> {
  const { database, accountId, calendarIds } = desk;
  const { today, nextWeek, nextMonth } = await daysOf(desk);
  const path = (name: string, query: Record<string, string>): Path => ({
    name,
    path: `/api/appointments?${new URLSearchParams({ limit: '200', ...query })}`,
  });
  const upcoming = { from: today };
  const calendar = { ...upcoming, calendarId: calendarIds[1] ?? '' };
  const [near, middle, far] = await Promise.all(
    [0.05, 0.5, 0.95].map(async (part) => {
      const { rows } = await database.engine.query<{ startsAt: string; id: string }>(
        `select starts_at::text as "startsAt", id from appointment where account_id = $1
          order by starts_at, id offset $2 limit 1`,
        [accountId, Math.floor(APPOINTMENTS * part)],
      );
      return writeAgendaCursor({ startsAt: '', id: '', ...rows[0] });
    }),
  );
  return [
    path('first page', upcoming),
    path('page at 5 %', { ...upcoming, cursor: near ?? '' }),
    path('ambiguous', { ...upcoming, match: 'ambiguous' }),
    path('page at 50 %', { ...upcoming, cursor: middle ?? '' }),
    path('name', { ...upcoming, text: 'ana ruiz' }),
    path('page at 95 %', { ...upcoming, cursor: far ?? '' }),
    path('common word', { ...upcoming, text: 'check' }),
    path('one calendar', calendar),
    path('number', { ...upcoming, text: '212 2001234' }),
    path('one calendar at 50 %', { ...calendar, cursor: middle ?? '' }),
    path('not answered', { ...upcoming, answer: 'none' }),
    path('messaged', { ...upcoming, messaged: 'yes' }),
    path('not messaged', { ...upcoming, messaged: 'no' }),
    path('a week', { from: today, to: nextWeek }),
    path('all days', {}),
    { name: 'days of a month', path: `/api/appointments/days?from=${today}&to=${nextMonth}` },
  ];
}

async function countsOf(desk: FullDesk): Promise<Path[]> {
  const from = (await daysOf(desk)).today;
  const path = (name: string, query: Record<string, string>): Path => ({
    name,
    path: `/api/appointments/count?${new URLSearchParams({ from, ...query })}`,
  });
  return [
    path('all', {}),
    path('ambiguous', { match: 'ambiguous' }),
    path('one calendar', { calendarId: desk.calendarIds[1] ?? '' }),
    path('common word', { text: 'check' }),
    path('not answered', { answer: 'none' }),
    path('messaged', { messaged: 'yes' }),
    path('not messaged', { messaged: 'no' }),
  ];
}

async function daysOf({ database, accountId }: FullDesk) {
  const none = { today: '', nextWeek: '', nextMonth: '' };
  const { rows } = await database.engine.query<typeof none>(
    `select day::date::text as today, (day + interval '6 days')::date::text as "nextWeek",
            (day + interval '41 days')::date::text as "nextMonth"
       from account, lateral (select now() at time zone time_zone as day) d where id = $1`,
    [accountId],
  );
  return { ...none, ...rows[0] };
}

function at(asked: readonly Asked[], part: number): number {
  return quantile(
    asked.map(({ milliseconds }) => milliseconds),
    part,
  );
}

/** So many of them, one after another and again from the first. */
function inTurn<One>(some: readonly One[], count: number): One[] {
  return Array.from({ length: Math.ceil(count / some.length) }, () => some)
    .flat()
    .slice(0, count);
}
