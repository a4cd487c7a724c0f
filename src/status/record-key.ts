import { recordOptOut } from '../audience/opt-out.ts';
import type { KeyMeaning } from '../contract/delivery.ts';
import type { VoiceKeys } from '../contract/voice-content.ts';
import type { Clock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const RECORD = sqlFile(import.meta.url, './sql/record-key.sql');

const meanings: Readonly<Record<keyof VoiceKeys, KeyMeaning>> = {
  confirm: 'confirm',
  callBack: 'call_back',
  optOut: 'opt_out',
};

/** A key that somebody pressed in a call, as a provider reports it by the reference of the attempt. */
export type PressedKey = {
  accountId: string;
  reference: string;
  address: string;
  key: string;
  meaning: keyof VoiceKeys;
};

/**
 * Notes what somebody answered to a call; a wish for no more calls is obeyed in the same transaction.
 * Given twice it is noted and counted once. Gives the broadcast of the call; null where there is no such attempt.
 */
export async function recordKey(
  client: Queryable,
  clock: Clock,
  { accountId, reference, address, key, meaning }: PressedKey,
): Promise<string | null> {
  if (meaning === 'optOut') {
    const words = `Pressed ${key}`;
    await recordOptOut(client, clock, accountId, {
      channel: 'voice',
      address,
      source: 'call',
      words,
    });
  }
  const { rows } = await client.query<{ broadcastId: string }>(RECORD, [
    accountId,
    reference,
    meanings[meaning],
    clock.now(),
  ]);
  return rows[0]?.broadcastId ?? null;
}
