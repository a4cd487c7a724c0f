import { recordOptOut } from '../audience/opt-out.ts';
import type { KeyMeaning } from '../contract/delivery.ts';
import type { VoiceKeys } from '../contract/voice-content.ts';
import type { Clock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';

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
 * Given twice it is noted once. False where there is no such attempt.
 */
export async function recordKey(
  client: Queryable,
  clock: Clock,
  { accountId, reference, address, key, meaning }: PressedKey,
): Promise<boolean> {
  if (meaning === 'optOut') {
    const words = `Pressed ${key}`;
    await recordOptOut(client, clock, accountId, {
      channel: 'voice',
      address,
      source: 'call',
      words,
    });
  }
  const { rows } = await client.query<{ known: boolean }>(
    `with called as (select delivery_id from attempt where account_id = $1 and id = $2),
     noted as (
       insert into delivery_key (account_id, delivery_id, meaning, pressed_at)
       select $1, delivery_id, $3, $4 from called
       on conflict (account_id, delivery_id, meaning) do nothing)
     select exists (select from called) as known`,
    [accountId, reference, meanings[meaning], clock.now()],
  );
  return rows[0]?.known ?? false;
}
