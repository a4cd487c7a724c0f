import { writeAgendaCursor } from '../../src/calendars/agenda-cursor.ts';
import { type Measure, quantile } from '../benchmark.ts';
import { APPOINTMENTS, type FullDesk } from './full-desk.ts';
import { type Asked, openLoop } from './open-loop.ts';

const PER_SECOND = 20;
const SECONDS = 30;
const WARM_SECONDS = 5;

type Path = { name: string; path: string };

/** Milliseconds that the slowest of a hundred may take. */
const LIMIT = 50;

/**
 * The calls of the agenda's page, twenty a second: its first page, pages far down, searches, filters, and how
 * many match; beside the cheapest route of the same server at the same pace.
 */
export async function list(desk: FullDesk): Promise<Measure[]> {
  const { url, owner } = desk;
  const paths = await pathsOf(desk);
  const ask = (some: readonly Path[], seconds: number) =>
    openLoop(url, owner.cookie, inTurn(some, seconds * PER_SECOND), PER_SECOND);
  await ask(paths, WARM_SECONDS);
  const bare = await ask([{ name: 'session', path: '/api/session' }], WARM_SECONDS * 2);
  const asked = await ask(paths, SECONDS);
  const ours = at(asked, 0.99);
  const byName = Map.groupBy(asked, ({ name }) => name);
  return [
    {
      name: 'desk-list-p99',
      unit: `ms at ${PER_SECOND} requests/s`,
      ours,
      baseline: LIMIT,
      ratio: ours / LIMIT,
      aim: { most: 1 },
      facts: {
        p50: at(asked, 0.5),
        max: at(asked, 1),
        'bare route p50': at(bare, 0.5),
        'bare route p99': at(bare, 0.99),
        'bare route max': at(bare, 1),
        ...Object.fromEntries(
          [...byName].map(([name, some]) => [`${name} p50`, at(some, 0.5)] as const),
        ),
      },
    },
  ];
}

/** What the page asks, with the places where its pages begin further down. */
async function pathsOf({ database, accountId, calendarIds }: FullDesk): Promise<Path[]> {
  const { rows } = await database.engine.query<{ today: string; nextWeek: string }>(
    `select day::date::text as today, (day + interval '6 days')::date::text as "nextWeek"
       from account, lateral (select now() at time zone time_zone as day) d where id = $1`,
    [accountId],
  );
  const { today = '', nextWeek = '' } = rows[0] ?? {};
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
      return writeAgendaCursor({ startsAt: '', id: '', ...rows[0], matching: APPOINTMENTS });
    }),
  );
  return [
    path('first page', upcoming),
    path('page at 5 %', { ...upcoming, cursor: near ?? '' }),
    path('ambiguous counted', { ...upcoming, match: 'ambiguous', limit: '1' }),
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
  ];
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
