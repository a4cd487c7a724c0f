import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { createDatabase, dropDatabase } from '../../test/support/create-database.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { asAccount, openPool } from './database.ts';
import { migrate } from './migrate.ts';

const database = await testDatabase();

describe('migrate', () => {
  it('runs each file once although ten processes start together', async () => {
    const server = inject('postgres');
    const name = `together_${randomUUID().replaceAll('-', '')}`;
    await createDatabase(server, name);
    const address = { ...server, database: name };
    await Promise.all(Array.from({ length: 10 }, () => migrate(address)));
    const pool = openPool(address, 'headsup_owner', 1);
    const { rows } = await pool.query('select name, count(*) as n from migration group by 1');
    await pool.end();
    await dropDatabase(server, name);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every((row) => row.n === 1)).toBe(true);
  });

  it('prints the SQL to run where the user may not create roles', async () => {
    const server = inject('postgres');
    const name = `poor_${randomUUID().replaceAll('-', '')}`;
    await createDatabase(server, name);
    const user = `${name}_user`;
    const admin = openPool({ ...server, database: name }, 'headsup_owner', 1);
    await admin.query('set role none');
    await admin.query(`create role ${user} login password 'poor'`);
    const attempt = migrate({ ...server, database: name, user, password: 'poor' });
    await expect(attempt).rejects.toThrow(/grant headsup_engine to/);
    await admin.query(`drop role ${user}`);
    await admin.end();
    await dropDatabase(server, name);
  });
});

describe('the schema', () => {
  it('closes every table that has an account to other accounts', async () => {
    const { rows } = await database.engine.query<{ name: string; closed: boolean }>(
      `select c.relname as name, c.relrowsecurity as closed
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
          and c.relname <> 'sign_in_credential'`,
    );
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter((row) => !row.closed)).toEqual([]);
  });

  it('leads every primary key of an account’s table with the account', async () => {
    const { rows } = await database.engine.query<{ name: string }>(
      `select c.relname as name
         from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
         join pg_index i on i.indrelid = c.oid and i.indisprimary
        where c.relnamespace = 'public'::regnamespace and c.relname <> 'sign_in_credential'
          and i.indkey[0] <> a.attnum`,
    );
    expect(rows).toEqual([]);
  });

  it('says of every table what it holds', async () => {
    const { rows } = await database.engine.query(
      `select relname from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration'
          and obj_description(oid) is null`,
    );
    expect(rows).toEqual([]);
  });

  it('hides the rows of one account from another, and lets nothing be written into it', async () => {
    const [mine, other] = [await testAccount(database), await testAccount(database)];
    await asAccount(database, mine.id, (client) =>
      client.query(`insert into calendar (account_id, name) values ($1, 'Mine')`, [mine.id]),
    );
    const seen = await asAccount(database, other.id, (client) =>
      client.query('select name from calendar'),
    );
    expect(seen.rows).toEqual([]);
    const intrusion = asAccount(database, other.id, (client) =>
      client.query(`insert into calendar (account_id, name) values ($1, 'Theirs')`, [mine.id]),
    );
    await expect(intrusion).rejects.toThrow(/row-level security/);
  });

  it('keeps passwords and sessions from the role that serves pages', async () => {
    await expect(database.app.query('select * from sign_in_credential')).rejects.toThrow(
      /permission denied/,
    );
  });
});
