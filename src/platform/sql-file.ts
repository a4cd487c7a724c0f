import { readFileSync } from 'node:fs';

/** The text of a .sql file that stands beside a module: `sqlFile(import.meta.url, './sql/claim.sql')`. */
export function sqlFile(moduleUrl: string, path: string): string {
  return readFileSync(new URL(path, moduleUrl), 'utf8');
}

/** Puts SQL in the places `:{name}` of a text; throws where one is named that is not given. */
export function fillSql(sql: string, parts: Readonly<Record<string, string>>): string {
  return sql.replace(/:\{(\w+)\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`the statement names ${name}, which is not given`);
    return part;
  });
}
