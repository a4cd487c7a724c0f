import type { ClientBase } from 'pg';
import { Refusal } from './refusal.ts';

const ROLES = ['headsup_owner', 'headsup_app', 'headsup_engine'] as const;

/**
 * Makes the three roles where they are missing: `headsup_owner` owns the schema and migrates,
 * `headsup_app` serves pages under row-level security, `headsup_engine` works past it.
 * None can log in; whoever the address names takes them on with SET ROLE.
 * Where that user may not create them, throws a Refusal with the SQL that an administrator runs.
 */
export async function ensureRoles(client: ClientBase): Promise<void> {
  const missing = await missingSteps(client);
  if (missing.length === 0) return;
  try {
    for (const statement of missing) await client.query(statement);
  } catch (error) {
    if (isPermission(error)) throw new Refusal(explain(missing));
    throw error;
  }
}

async function missingSteps(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ missing: string | null; steps: string[] }>(
    `with wanted (role, bypass) as (
       values ('headsup_owner', false), ('headsup_app', false), ('headsup_engine', true))
     select array_remove(array_agg(step order by n), null) as steps
     from wanted
     left join pg_roles r on r.rolname = wanted.role
     cross join lateral (values
       (1, case when r.oid is null
           then format('create role %I nologin%s', wanted.role, case when bypass then ' bypassrls' else '' end)
           when bypass and not r.rolbypassrls then format('alter role %I bypassrls', wanted.role) end),
       (2, case when r.oid is null or not pg_has_role(current_user, r.oid, 'set')
           then format('grant %I to %I', wanted.role, current_user) end)) s (n, step)`,
  );
  const steps = rows[0]?.steps ?? [];
  const { rows: grants } = await client.query<{ step: string }>(
    `select format('grant create, usage on schema public to headsup_owner') as step
      where not exists (select from pg_roles where rolname = 'headsup_owner')
         or not has_schema_privilege((select oid from pg_roles where rolname = 'headsup_owner'), 'public', 'create')
     union all
     select format('grant create on database %I to headsup_owner', current_database())
      where not exists (select from pg_roles where rolname = 'headsup_owner')
         or not has_database_privilege((select oid from pg_roles where rolname = 'headsup_owner'), current_database(), 'create')`,
  );
  return [...steps, ...grants.map((row) => row.step)];
}

/** SQLSTATE 42501: insufficient_privilege. */
function isPermission(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501';
}

function explain(steps: readonly string[]): string {
  return `The user of DATABASE_URL may not create the roles that Headsup needs (${ROLES.join(', ')}); let an administrator of that server run this in the same database, then start again:\n\n${steps.map((step) => `  ${step};`).join('\n')}\n`;
}
