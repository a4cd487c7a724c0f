-- Numbers are looked up at a provider that tells what kind of line they are, and charges for it.

create type lookup_state as enum ('asking', 'answered', 'failed');

create table number_lookup (
  account_id uuid not null references account (id) on delete cascade,
  number text not null,
  state lookup_state not null default 'asking',
  line line_type not null default 'unknown',
  carrier text not null default '',
  provider text not null,
  price bigint not null,
  currency text not null,
  answer text not null default '',
  asked_at timestamptz not null,
  again_at timestamptz not null,
  primary key (account_id, number)
);
comment on table number_lookup is
  'What was asked of a number at a provider, and what it answered. The row is committed before the call, so that nobody asks twice.';
comment on column number_lookup.state is
  'asking: it is on the wire, or a crash took the answer. failed: nothing is known; the provider''s words are in answer.';
comment on column number_lookup.provider is 'Its name, as it was when it was asked: to whom it is paid.';
comment on column number_lookup.price is 'Millionths of the currency; what may have been charged.';
comment on column number_lookup.again_at is 'Not asked again before; from then on it counts no more.';
create index number_lookup_age on number_lookup (again_at);
call close_to_account('number_lookup');

alter table sending_policy
  add column looks_up boolean not null default false,
  add column lookups_daily integer not null default 500 check (lookups_daily > 0);
comment on column sending_policy.looks_up is
  'Whether numbers of which nobody knows what they are get looked up by themselves where a call depends on it; it costs money.';
comment on column sending_policy.lookups_daily is 'So many numbers a day in the account''s zone, also where a person asks.';

alter table broadcast add column lookup_until timestamptz;
comment on column broadcast.lookup_until is
  'Its numbers are being looked up; its recipients are written once that is over, and at this time at the latest. null: it is over.';

create table sandbox_lookup (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  number text not null,
  asked_at timestamptz not null,
  primary key (account_id, id)
);
create index sandbox_lookup_number on sandbox_lookup (account_id, number);
comment on table sandbox_lookup is
  'Which numbers the pretend carrier was asked for and would have charged. One that was asked twice stands here twice.';
call close_to_account('sandbox_lookup');
