import { candidates } from '../audience/candidates.ts';
import type { Channel } from '../contract/channel.ts';
import type { FallbackStep } from '../contract/fallback.ts';
import type { Plan } from '../contract/plan.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import type { Composed } from './selection.ts';

const STANDINGS = sqlFile(import.meta.url, './sql/plan-fallbacks.sql');

type Standing = 'gets' | 'shares' | 'lacks' | 'barred';
type Alike = { standings: Partial<Record<Channel, Standing>>; people: number };

/** For how many people each fallback of a request could be tried, and for how many it surely is. */
export async function planFallbacks(
  client: Queryable,
  { selection, everyChannel, fallback }: Composed,
): Promise<Plan['fallbacks']> {
  if (fallback.length === 0) return [];
  const statement = new Statement();
  // No call goes beside a text that is a fallback.
  const isTextLast = fallback.some(({ to }) => to === 'sms');
  const expressions = candidates(statement, {
    ...selection,
    channels: everyChannel,
    ...(isTextLast && { withoutTexts: 'left_out' }),
  });
  const { rows } = await client.query<Alike>(`with ${expressions} ${STANDINGS}`, statement.values);
  return fallback.map(({ from, to }) => {
    const reachable = rows.filter(({ standings }) => standings[to] === 'gets');
    const isMissed = (channel: Channel, by: (standing?: Standing) => boolean) =>
      reachable.filter(({ standings }) =>
        wayTo(channel, fallback).every((one) => by(standings[one])),
      );
    return {
      from,
      to,
      upTo: sum(isMissed(from, (standing) => standing !== 'barred')),
      atOnce: sum(isMissed(from, (standing) => standing === 'lacks')),
    };
  });
}

/** A channel and those that are tried before it. */
function wayTo(channel: Channel, fallback: readonly FallbackStep[]): Channel[] {
  const before = fallback.find(({ to }) => to === channel);
  return before ? [channel, ...wayTo(before.from, fallback)] : [channel];
}

function sum(groups: readonly Alike[]): number {
  return groups.reduce((total, { people }) => total + people, 0);
}
