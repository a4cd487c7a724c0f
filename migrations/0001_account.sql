-- Who uses Headsup: accounts, their members, and how people sign in.
-- Every table of an account carries account_id first in its key and is closed by row-level security.

create function current_account() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('headsup.account', true), '')::uuid;
comment on function current_account is
  'The account of this transaction, set by set_config(''headsup.account'', …, true); null closes every row.';

create function iso(at timestamptz) returns text
  language sql immutable parallel safe
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
comment on function iso is 'RFC 3339 in UTC with milliseconds, as the API writes instants.';

create procedure close_to_account(table_name regclass)
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format(
    'create policy own_account on %s using (account_id = (select current_account()))
       with check (account_id = (select current_account()))', table_name);
  execute format('grant select, insert, update, delete on %s to headsup_app, headsup_engine', table_name);
end $$;
comment on procedure close_to_account is 'Row-level security and grants for a table that belongs to accounts.';

create table installation (
  only_row boolean primary key default true check (only_row),
  setup_token_hash bytea,
  created_at timestamptz not null default now()
);
comment on table installation is 'One row: this installation itself.';
comment on column installation.setup_token_hash is
  'SHA-256 of the token in the first-run link; null once somebody has become the owner.';
insert into installation default values;
grant select, update on installation to headsup_engine;

create table account (
  id uuid primary key default uuidv7(),
  name text not null check (name <> ''),
  country char(2) not null,
  time_zone text not null,
  is_sandbox boolean not null default true,
  created_at timestamptz not null default now()
);
comment on table account is 'One business: the tenant.';
comment on column account.country is 'ISO 3166-1 alpha-2; how national phone numbers are read.';
comment on column account.time_zone is 'IANA name; for floating times and for people whose zone is unknown.';
comment on column account.is_sandbox is 'Made by the command line on a fresh folder; setup may name its owner later.';
alter table account enable row level security;
create policy own_account on account using (id = (select current_account()));
grant select on account to headsup_app;
grant select, insert, update on account to headsup_engine;

-- The four tables of better-auth under our names. Only the engine role reads them: a page's
-- transaction, which runs as headsup_app, cannot reach a password hash or a session.

create table sign_in_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table sign_in_user is 'A person who can sign in.';

create table sign_in_session (
  id text primary key,
  user_id text not null references sign_in_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_session_user on sign_in_session (user_id);
comment on table sign_in_session is 'A signed-in browser.';

create table sign_in_credential (
  id text primary key,
  user_id text not null references sign_in_user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_credential_user on sign_in_credential (user_id);
comment on table sign_in_credential is 'How a person proves who they are; password holds a scrypt hash.';
comment on column sign_in_credential.account_id is
  'The name of the person at the identity provider (better-auth''s word); not a Headsup account.';

create table sign_in_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table sign_in_verification is 'Short-lived tokens of better-auth.';

grant select, insert, update, delete
  on sign_in_user, sign_in_session, sign_in_credential, sign_in_verification to headsup_engine;

create type member_role as enum ('owner', 'member', 'viewer');

create table member (
  account_id uuid not null references account (id) on delete cascade,
  user_id text not null references sign_in_user (id) on delete cascade,
  role member_role not null,
  created_at timestamptz not null default now(),
  primary key (account_id, user_id)
);
create index member_user on member (user_id);
comment on table member is 'A person''s place in an account: owner, member (sends), viewer (reads).';
call close_to_account('member');
