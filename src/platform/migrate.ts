import { readdir, readFile } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import { connect } from './connect.ts';
import type { DatabaseAddress } from './database.ts';
import { ensureRoles } from './database-roles.ts';
import { Refusal } from './refusal.ts';

const MIGRATIONS = new URL('../../migrations/', import.meta.url);
/** Any number, the same in every process: whoever holds it migrates, the others wait. */
const LOCK = 4_820_471;
const OLDEST_POSTGRES = 18;

/**
 * Brings the schema up to date: each file of migrations/ runs once, in the order of its name, in a
 * transaction of its own, even though many processes start together.
 * Throws a Refusal where the server does not let us in, is too old, or the roles cannot be made.
 */
export async function migrate(address: DatabaseAddress): Promise<void> {
  const client = await connect(address, 'headsup_migrate');
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await refuseOldServer(client);
    await ensureRoles(client);
    await client.query('set role headsup_owner');
    await client.query(`create table if not exists migration (
      name text primary key, ran_at timestamptz not null default now())`);
    const done = await client.query<{ name: string }>('select name from migration');
    const known = new Set(done.rows.map((row) => row.name));
    for (const name of await migrationNames()) {
      if (!known.has(name)) await runMigration(client, name);
    }
  } finally {
    await client.end();
  }
}

async function migrationNames(): Promise<string[]> {
  return (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
}

async function runMigration(client: ClientBase, name: string): Promise<void> {
  const sql = await readFile(new URL(name, MIGRATIONS), 'utf8');
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed`, { cause: error });
  }
}

/** Throws a Refusal where the server is older than what the schema is written for. */
export async function refuseOldServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  );
  const major = rows[0]?.major ?? 0;
  if (major < OLDEST_POSTGRES) {
    throw new Refusal(
      `DATABASE_URL points to PostgreSQL ${major}; Headsup needs ${OLDEST_POSTGRES} or newer: upgrade that server, or unset DATABASE_URL to use the PostgreSQL that comes with Headsup.`,
    );
  }
}
