import type { Queryable } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { derivedKey } from '../platform/secret-key.ts';

/** How the key of a data folder stands to the one this installation's secrets are sealed with. */
export type KeyMatch = 'the same' | 'another' | 'none known yet';

/** The fingerprint that stands in the installation's row; the key cannot be had from it. */
function fingerprintOf(secretKey: Buffer): Buffer {
  return derivedKey(secretKey, 'headsup key fingerprint');
}

/** Compares without leaving anything. */
export async function matchKey(client: Queryable, secretKey: Buffer): Promise<KeyMatch> {
  const { rows } = await client.query<{ fingerprint: Buffer | null }>(
    'select key_fingerprint as fingerprint from installation',
  );
  const known = rows[0]?.fingerprint ?? null;
  if (known === null) return 'none known yet';
  return known.equals(fingerprintOf(secretKey)) ? 'the same' : 'another';
}

/**
 * Makes sure that all processes of an installation work with one key: the first leaves its fingerprint,
 * and one with another key is refused, for it could not open what the others sealed, and sessions would
 * hold at one of them only. `isNew` takes this key from now on.
 */
export async function settleKey(
  client: Queryable,
  { path, secretKey }: { path: string; secretKey: Buffer },
  isNew: boolean,
): Promise<void> {
  await client.query(
    'update installation set key_fingerprint = $1 where key_fingerprint is null or $2',
    [fingerprintOf(secretKey), isNew],
  );
  if ((await matchKey(client, secretKey)) === 'another') throw new Refusal(keyProblem(path));
}

/** What is wrong where the keys differ, and what to do. */
export function keyProblem(folder: string): string {
  return `The key in ${folder}/secret.key is not the one that this database was used with: copy secret.key there from the data folder of a Headsup that works on it, then start again. Where that key is lost, start once with serve --new-key; passwords of providers must be entered again after that.`;
}
