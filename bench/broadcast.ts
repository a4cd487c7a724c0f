import { systemClock } from '../src/platform/clock.ts';
import { administer } from '../test/support/break-connections.ts';
import { take } from '../test/support/take.ts';
import type { BenchmarkSetting } from './setting.ts';

/** Everybody on a calendar, or on all of them, gets a text with a merge field. */
export function requestTo(calendarId?: string) {
  const filter = calendarId === undefined ? {} : { calendarId };
  return {
    audience: { appointments: { filter, excludeIds: [] }, people: [] },
    content: { sms: { text: 'Hello {{ participant.first_name }}, we are closed.' } },
  };
}

/** Takes a broadcast to everybody on a calendar, or on all of them; from then on it is due. */
export function takeTo(
  { database, account }: Pick<BenchmarkSetting, 'database' | 'account'>,
  calendarId?: string,
): Promise<string> {
  return take(database, systemClock, account, requestTo(calendarId));
}

/** Milliseconds after which something holds a broadcast up. */
const PATIENCE = 180_000;

/** Waits until all of a broadcast is sent; throws where it is held up. */
export async function isSent(
  { database, account }: Pick<BenchmarkSetting, 'database' | 'account'>,
  id: string,
): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const { rowCount } = await database.engine.query(
      `select from broadcast where account_id = $1 and id = $2 and state = 'sent'`,
      [account.id, id],
    );
    if (rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`broadcast ${id} is not sent after ${PATIENCE / 1_000} seconds`);
}

/** Takes all broadcasts away, so that the next round finds what the first did. */
export async function forgetBroadcasts(setting: BenchmarkSetting): Promise<void> {
  const { database, account } = setting;
  await database.engine.query('delete from broadcast where account_id = $1', [account.id]);
  await database.engine.query('delete from contacted where account_id = $1', [account.id]);
  await administer(setting.database, 'vacuum analyze');
  await administer(setting.database, 'checkpoint');
}
