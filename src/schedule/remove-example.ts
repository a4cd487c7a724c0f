import { shutDoor } from '../account/door-lock.ts';
import { readSendingPolicy, writeSendingPolicy } from '../account/sending-policy.ts';
import type { Clock } from '../platform/clock.ts';
import { asAccount, type Database } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { deleteBroadcasts } from './delete-broadcasts.ts';

const BROADCASTS = sqlFile(import.meta.url, './sql/example-broadcasts.sql');

type Example = { isOpen: boolean; before: string[] | null; given: string[] | null };

/**
 * Takes the example clinic away with all that was sent to it, and forbids its country again where it
 * was allowed for it. open: a message to its people has not ended, so nothing was taken away.
 */
export async function removeExampleClinic(
  database: Database,
  clock: Clock,
  accountId: string,
): Promise<'removed' | 'absent' | 'open'> {
  return asAccount(database, accountId, async (client) => {
    await shutDoor(client, accountId);
    const { rows } = await client.query<Example>(
      `select e.countries_before as before, e.countries_given as given,
              -- While people are being written nobody knows yet whether they are of the clinic.
              exists (select from broadcast b where b.account_id = $1 and b.state = 'taking')
              or exists (select from appointment a
                        join delivery_subject s on s.account_id = $1 and s.appointment_id = a.id
                        join delivery d on d.account_id = $1 and d.id = s.delivery_id
                        join broadcast b on b.account_id = $1 and b.id = d.broadcast_id
                       where a.account_id = $1 and a.calendar_id = e.calendar_id
                         and b.state in ('scheduled', 'sending')) as "isOpen"
         from example_clinic e where e.account_id = $1 for update`,
      [accountId],
    );
    const [example] = rows;
    if (!example) return 'absent';
    if (example.isOpen) return 'open';
    const broadcasts = await client.query<{ id: string }>(BROADCASTS, [accountId]);
    const ids = broadcasts.rows.map(({ id }) => id);
    await deleteBroadcasts(client, accountId, ids);
    await client.query(
      `delete from calendar c using example_clinic e
        where e.account_id = $1 and c.account_id = $1 and c.id = e.calendar_id`,
      [accountId],
    );
    const policy = await readSendingPolicy(client, accountId);
    const { allowedCountries } = policy;
    if (example.given !== null && allowedCountries?.join() === example.given.join()) {
      const restored = { ...policy, allowedCountries: example.before };
      await writeSendingPolicy(client, accountId, restored, clock.now());
    }
    return 'removed';
  });
}
