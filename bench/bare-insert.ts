import { asEngine } from '../src/platform/database.ts';
import { timed } from './benchmark.ts';
import type { BenchmarkSetting } from './setting.ts';

/**
 * The baseline of taking: milliseconds for the bare insert … select of the rows that a broadcast has,
 * once more and under another one.
 */
export function bareInsert({ database, account }: BenchmarkSetting, id: string): Promise<number> {
  return asEngine(database, async (client) => {
    // The same rows under new ids, made beforehand: the baseline only copies them.
    const [copy] = (
      await client.query<{ id: string }>(
        `insert into broadcast
         select (jsonb_populate_record(b, jsonb_build_object('id', uuidv7(), 'idempotency_key', uuidv7()))).*
           from broadcast b where account_id = $1 and id = $2 returning id`,
        [account.id, id],
      )
    ).rows;
    await client.query(
      `create temp table new_recipient on commit drop as
         select uuidv7() as new_id, r.* from recipient r where account_id = $1 and broadcast_id = $2`,
      [account.id, id],
    );
    await client.query(
      `create temp table new_delivery on commit drop as
         select uuidv7() as new_id, r.new_id as new_recipient, d.*
           from delivery d join new_recipient r on r.id = d.recipient_id
          where d.account_id = $1 and d.broadcast_id = $2 order by d.id`,
      [account.id, id],
    );
    await client.query(
      `create temp table new_subject on commit drop as
         select d.new_id, s.* from new_delivery d join delivery_subject s on s.account_id = $1 and s.delivery_id = d.id
          order by d.id`,
      [account.id],
    );
    return timed(async () => {
      await client.query(
        `insert into recipient (account_id, id, broadcast_id, person_key, copy, name, time_zone, fields)
         select account_id, new_id, $1, person_key, copy, name, time_zone, fields from new_recipient`,
        [copy?.id],
      );
      await client.query(
        `insert into delivery (account_id, id, broadcast_id, lane_id, recipient_id, channel, address, copy,
                               not_before, wait_reason, created_at, changed_at)
         select account_id, new_id, $1, lane_id, new_recipient, channel, address, copy,
                not_before, wait_reason, created_at, changed_at from new_delivery`,
        [copy?.id],
      );
      await client.query(
        `insert into delivery_subject (account_id, delivery_id, appointment_id, participant_id)
         select account_id, new_id, appointment_id, participant_id from new_subject`,
      );
    });
  });
}
