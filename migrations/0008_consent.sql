-- Who may be contacted: what people agreed to and took back, the list of whom we must not contact, and
-- what they answered.

alter type failure_reason add value 'consent_missing';
alter type purpose add value 'keyword';

create type consent_state as enum ('granted', 'revoked');
create type consent_basis as enum ('explicit', 'implied');
create type consent_source as enum ('typed', 'imported', 'form', 'reply', 'link', 'call', 'carrier');

create table consent (
  account_id uuid not null references account (id) on delete cascade,
  channel channel not null,
  address text not null,
  id bigint generated always as identity,
  state consent_state not null,
  basis consent_basis not null default 'explicit',
  source consent_source not null,
  words text not null default '',
  detail text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (account_id, channel, address, id),
  check (state = 'granted' or basis = 'explicit')
);
comment on table consent is
  'Evidence of permission and of its end, an address and channel at a time. Nothing in it changes: what holds now is the '
  'last row. Rows of an account are written under its shut door, so that their ids stand in the order of their commits.';
comment on column consent.address is 'E.164 number, or mailbox in lower case: the case before the @ makes nobody another person.';
comment on column consent.source is
  'typed: told to a person here. reply: a message of theirs. link: unsubscribed by it. call: a key pressed. carrier: told by the provider.';
comment on column consent.words is 'What was shown to them or said by them, word for word.';
comment on column consent.detail is 'What else proves it: which form, which list, who was told.';
comment on column consent.recorded_by is 'The person here who noted it; empty: nobody, it was noted by itself.';
call close_to_account('consent');
revoke update on consent from headsup_app, headsup_engine;

-- From the weakest to the gravest: a graver reason replaces a weaker one.
create type suppression_reason as enum (
  'invalid', 'hard_bounce', 'unsubscribed', 'stop', 'manual', 'complaint', 'erased');
update suppression set address = lower(address) where channel = 'email' and not exists (
  select from suppression o where o.account_id = suppression.account_id and o.channel = suppression.channel
     and o.address = lower(suppression.address));
alter table suppression
  alter column reason type suppression_reason
    using case when lower(reason) = 'stop' then 'stop' else 'manual' end::suppression_reason,
  add column note text not null default '',
  add column recorded_by text not null default '';
create index suppression_newest on suppression (account_id, created_at desc, channel, address);
comment on column suppression.address is 'As in consent.';
comment on column suppression.reason is
  'stop, unsubscribed: by themselves. manual: by a person here. complaint: reported as spam. hard_bounce, invalid: there is '
  'no such mailbox or number. erased: all we knew of them was deleted.';
comment on column suppression.note is 'Why, in the words of whoever added it.';
comment on column suppression.recorded_by is 'The person here who added it; empty: nobody, it came by itself.';

alter table sending_policy add column explicit_consent channel[] not null default '{}';
comment on column sending_policy.explicit_consent is
  'Channels on which only those get something who agreed to it expressly; on others an appointment or a typed contact is enough.';

alter table lane add column despite_stop boolean not null default false;
comment on column lane.despite_stop is 'Its one message answers a STOP or HELP, and goes out although the address is suppressed.';

create type inbound_meaning as enum ('message', 'stop', 'start', 'help');

create table inbound (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  provider_ref text not null,
  channel channel not null,
  address text not null,
  sent_to text not null default '',
  text text not null,
  meaning inbound_meaning not null default 'message',
  received_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, provider_id, provider_ref)
);
create index inbound_address on inbound (account_id, channel, address, id desc);
comment on table inbound is 'What people answered. The provider''s id makes it unique: what is reported twice is done once.';
comment on column inbound.address is 'Who wrote: E.164 number or mailbox.';
comment on column inbound.sent_to is 'Which number or mailbox of ours they answered.';
comment on column inbound.meaning is 'What it was obeyed as; message: as none of the words that are obeyed.';
call close_to_account('inbound');

create type proposal_reason as enum ('opt_out', 'wrong_person', 'maybe_appointment');

create table opt_out_proposal (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  inbound_id uuid not null,
  reason proposal_reason not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  accepted boolean,
  primary key (account_id, id),
  unique (account_id, inbound_id),
  foreign key (account_id, inbound_id) references inbound (account_id, id) on delete cascade,
  check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (accepted is null))
);
create index opt_out_proposal_open on opt_out_proposal (account_id, id) where decided_at is null;
comment on table opt_out_proposal is 'An answer that a person has to look at, as it may be an opt-out and may not.';
comment on column opt_out_proposal.reason is
  'opt_out: they seem to want no more of it. wrong_person: the number seems to be another''s. maybe_appointment: obeyed as an '
  'opt-out already, as carriers do with CANCEL; they may have meant their appointment.';
call close_to_account('opt_out_proposal');

-- As in 0003: what the planner is to think before the first ANALYZE.
do $$
declare
  guess record;
begin
  for guess in
    select * from (values ('consent', 'account_id', 1), ('consent', 'address', -1)) g (table_name, column_name, n_distinct)
  loop
    perform pg_restore_attribute_stats(
      'schemaname', 'public', 'relname', guess.table_name, 'attname', guess.column_name, 'inherited', false,
      'version', 180000, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', guess.n_distinct::real);
  end loop;
end $$;
