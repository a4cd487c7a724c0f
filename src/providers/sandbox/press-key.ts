import type { VoiceKeys } from '../../contract/voice-content.ts';
import type { Queryable } from '../../platform/database.ts';
import { sqlFile } from '../../platform/sql-file.ts';

const PRESS = sqlFile(import.meta.url, './sql/press-key.sql');

/** A key that means something in a call: which call that is, by the reference of its attempt. */
export type KeyPress = { reference: string; address: string; meaning: keyof VoiceKeys };

/** Presses a key on a pretend phone; null where the call is not there, or the key means nothing in it. */
export async function pressKey(
  client: Queryable,
  accountId: string,
  { messageId, key }: { messageId: string; key: string },
): Promise<KeyPress | null> {
  const { rows } = await client.query<KeyPress>(PRESS, [accountId, messageId, key]);
  return rows[0] ?? null;
}
