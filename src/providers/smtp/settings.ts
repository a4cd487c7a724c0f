import type { z } from 'zod';
import { type SmtpSettings, smtpSettings } from '../../contract/provider.ts';
import { decryptSecret, encryptSecret } from '../../platform/secrets.ts';

const storedSettings = smtpSettings.omit({ password: true });

/** What stands in `provider.settings`: everything but the password. */
export type StoredSmtpSettings = z.infer<typeof storedSettings>;

/** Takes the settings apart for the `provider` row: plain jsonb, and the password as ciphertext (null: none). */
export function splitSmtpSettings(
  { password, ...settings }: SmtpSettings,
  key: Buffer,
): { settings: StoredSmtpSettings; secret: Buffer | null } {
  return { settings, secret: password === '' ? null : encryptSecret(key, password) };
}

/** The reverse of `splitSmtpSettings`; throws where the row or the key is not what wrote it. */
export function joinSmtpSettings(
  row: { settings: unknown; secret: Buffer | null },
  key: Buffer,
): SmtpSettings {
  const password = row.secret === null ? '' : decryptSecret(key, row.secret);
  return { ...storedSettings.parse(row.settings), password };
}
