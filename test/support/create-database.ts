import { Client } from 'pg';

type Server = { host: string; port: number; user: string; password: string; database: string };

/** Creates a database, empty or as a copy of `template`. */
export async function createDatabase(
  server: Server,
  name: string,
  template?: string,
): Promise<void> {
  await administer(server, `create database ${name}${template ? ` template ${template}` : ''}`);
}

/** Drops a database; a connection still open on it makes this fail, so that a leaked pool is noticed. */
export async function dropDatabase(server: Server, name: string): Promise<void> {
  await administer(server, `drop database ${name}`);
}

async function administer(server: Server, sql: string): Promise<void> {
  const client = new Client(server);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
