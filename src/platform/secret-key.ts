import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './error-code.ts';
import { Refusal } from './refusal.ts';

const KEY_BYTES = 32;

/**
 * The key of a data folder, 32 bytes, made the first time; many processes may ask at once and get the
 * same. It appears whole or not at all: one that a crash cut short would leave sessions and secrets
 * without protection. Throws a Refusal where it is damaged.
 */
export async function readSecretKey(folder: string): Promise<Buffer> {
  const file = fileOf(folder);
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600 });
  await link(draft, file)
    .catch(ignoreExisting)
    .finally(() => rm(draft, { force: true }));
  await chmod(file, 0o600);
  return parse(await readFile(file, 'utf8'), file);
}

/** The key of a data folder where it has one; null where none was made yet. */
export async function findSecretKey(folder: string): Promise<Buffer | null> {
  const text = await readFile(fileOf(folder), 'utf8').catch(() => null);
  return text === null ? null : parse(text, fileOf(folder));
}

/** Another 32 bytes made from the key for one use: who knows them does not know the key (RFC 5869). */
export function derivedKey(secretKey: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', use, KEY_BYTES));
}

function parse(text: string, file: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new Refusal(
    `${file} is damaged, and without it the stored credentials cannot be read: put it back from a backup, or remove it, start once with serve --new-key, and enter the credentials of your providers again.`,
  );
}

function fileOf(folder: string): string {
  return join(folder, 'secret.key');
}

function ignoreExisting(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error;
}
