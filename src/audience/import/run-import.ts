import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import { checkImport } from './check-import.ts';
import { matchImport } from './match-import.ts';
import type { ImportOptions } from './open-import.ts';
import { writeImport } from './write-import.ts';

/**
 * Goes on with an import, whatever it is at; does nothing for one that waits for a person or is over. Safe
 * to call again, and from several processes.
 */
export async function runImport(
  database: Database,
  clock: Clock,
  accountId: string,
  id: string,
  options: ImportOptions = {},
): Promise<void> {
  await checkImport(database, clock, accountId, id, options);
  await writeImport(database, clock, accountId, id, options);
  await matchImport(database, clock, accountId, id, options);
}
