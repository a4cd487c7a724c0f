import { readFileSync } from 'node:fs';

/** The text of a .sql file that stands beside a module: `sqlFile(import.meta.url, './sql/claim.sql')`. */
export function sqlFile(moduleUrl: string, path: string): string {
  return readFileSync(new URL(path, moduleUrl), 'utf8');
}
