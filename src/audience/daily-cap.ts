import type { Statement } from '../platform/statement.ts';

const DAY = 24 * 60 * 60_000;

/** How many messages an address may get on a channel within 24 hours, and when those of a selection go out. */
export type DailyCap = { messages: number; sendAt: Date };

/**
 * The parts of candidates.sql that say who has had enough: what has gone to an address in the day before the
 * selection goes out, and of a broadcast that is being written what is to go already. Where each appointment
 * has its own message, the first ones of an address go out and the rest does not.
 */
export function dailyCap(
  statement: Statement,
  cap: DailyCap | null,
  { accountId, perAppointment }: { accountId: string; perAppointment: boolean },
  broadcastId?: string,
): { daily: string; lately: string; reason: string } {
  if (cap === null) return { daily: 'null', lately: '0', reason: 'reason' };
  const account = statement.add(accountId, 'uuid');
  const daily = statement.add(cap.messages, 'bigint');
  const since = statement.add(new Date(cap.sendAt.getTime() - DAY), 'timestamptz');
  // Served by contacted's key, and by delivery_once.
  const sent = `(select count(*) from contacted c
    where c.account_id = ${account} and c.channel = d.channel and c.address = address_key(d.address) and c.at > ${since})`;
  if (!perAppointment) return { daily, lately: sent, reason: 'reason' };
  const written =
    broadcastId === undefined
      ? '0'
      : `(select count(*) from delivery o
    where o.account_id = ${account} and o.broadcast_id = ${statement.add(broadcastId, 'uuid')} and o.channel = d.channel
      and address_key(o.address) = address_key(d.address) and o.copy <> d.copy)`;
  const place = `dense_rank() over (partition by address_key, channel, reason is null order by at, appointment_id)`;
  return {
    daily,
    lately: `${sent} + ${written}`,
    reason: `case when reason is null and lately + ${place} > ${daily} then 'over_daily_cap' else reason end`,
  };
}
