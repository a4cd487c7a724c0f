import type { DatabaseAddress } from '../../src/platform/database.ts';

/** A server of this machine as DATABASE_URL names it; `host` may be the folder of its socket. */
export function databaseUrl(address: DatabaseAddress): string {
  if ('connectionString' in address) return address.connectionString;
  const { host, port, user, password, database } = address;
  const query = new URLSearchParams({ host, port: String(port) });
  return `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?${query}`;
}
