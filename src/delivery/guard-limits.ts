import type { VersionedPolicy } from '../account/sending-policy.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { rateHour } from '../schedule/rate-hour.ts';
import { spendingDay } from '../schedule/spending-day.ts';
import type { DueLane } from './lane.ts';
import type { Limit } from './limit.ts';

const FACTS = sqlFile(import.meta.url, './sql/guard-facts.sql');

const MILLION = 1_000_000;
const REMEMBERED = 30 * 24 * 3_600_000;
/** An hour with fewer messages alarms nobody, however quiet the account is otherwise. */
const LEAST_ALARM = 1_000;
/** So many times the busiest hour is far above what is normal. */
const FAR_ABOVE = 10;

type Facts = { isConfirmed: boolean; price: number; timeZone: string; busiestHour: number };

/** The limits that guard against mistakes, and what a unit costs here. */
export type GuardLimits = { limits: Limit[]; price: number };

/**
 * The spending of a day in the account's zone, where its provider costs something, and the rate of an
 * hour. A broadcast whose count was typed, or whose alarm was answered, may go over that rate. It is
 * counted apart: so that it becomes what is normal, and no small message after it rings the alarm.
 */
export async function readGuardLimits(
  client: Queryable,
  lane: DueLane,
  providerId: string,
  policy: VersionedPolicy,
  now: Date,
): Promise<GuardLimits> {
  const hour = rateHour(now);
  const oldest = rateHour(new Date(now.getTime() - REMEMBERED));
  const values = [lane.accountId, lane.id, providerId, hour.key, oldest.key];
  const { rows } = await client.query<Facts>(FACTS, values);
  const [facts] = rows;
  if (!facts) throw new Error(`There is no lane ${lane.id}`);
  const limits: Limit[] = [];
  if (facts.price > 0 && policy.spendingCap !== null) {
    limits.push(spendingOfDay(policy.spendingCap, facts.timeZone, now));
  }
  if (policy.rateAlarm) {
    const alarm = Math.max(LEAST_ALARM, FAR_ABOVE * facts.busiestHour);
    limits.push({
      kind: facts.isConfirmed ? 'confirmed_hour' : 'hour',
      key: hour.key,
      counts: 'messages',
      waitsFor: 'alarm',
      capacity: facts.isConfirmed ? Number.POSITIVE_INFINITY : alarm,
      drain: 0,
      renewedAt: hour.endsAt,
    });
  }
  return { limits, price: facts.price };
}

/** The spending cap of a day in a zone. */
export function spendingOfDay(cap: number, timeZone: string, now: Date): Limit {
  const { key, endsAt } = spendingDay(timeZone, now);
  return {
    kind: 'spend',
    key,
    counts: 'cost',
    waitsFor: 'cap',
    capacity: cap * MILLION,
    drain: 0,
    renewedAt: endsAt,
  };
}
