import { systemClock } from '../src/platform/clock.ts';
import { asEngine } from '../src/platform/database.ts';
import { take as takeAll } from '../test/support/take.ts';
import { type Benchmark, timed } from './benchmark.ts';
import { addPeople } from './people.ts';

const RECIPIENTS = 100_000;

/**
 * Taking a broadcast of 100,000 recipients (audience, merge fields, duplicates, exclusions, recipients,
 * deliveries, subjects, counts) against the bare insert … select of the rows that it wrote.
 */
export const take: Benchmark = {
  name: 'take',
  unit: 'recipients/s',
  aim: 0.5,
  rounds: 5,
  async prepare(setting) {
    const { database, account } = setting;
    await addPeople(setting, RECIPIENTS);
    return async () => {
      let id = '';
      const ours = await timed(async () => {
        id = await takeAll(database, systemClock, account, {
          audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
          content: { sms: { text: 'Hello {{ participant.first_name }}, we are closed.' } },
        });
      });
      const baseline = await asEngine(database, async (client) => {
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
      await database.engine.query('delete from broadcast where account_id = $1', [account.id]);
      await database.engine
        .query('vacuum delivery, recipient, delivery_subject')
        .catch(() => undefined);
      return { ours: (RECIPIENTS / ours) * 1_000, baseline: (RECIPIENTS / baseline) * 1_000 };
    };
  },
};
