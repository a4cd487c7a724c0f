-- By which way a number can be reached: what kind of line it is, and whether it takes texts.

create type line_type as enum (
  'mobile', 'landline', 'fixedVoip', 'nonFixedVoip', 'voip', 'tollFree', 'premium', 'sharedCost', 'personal',
  'pager', 'uan', 'voicemail', 'unknown');

create function takes_texts(line line_type) returns boolean
  language sql immutable parallel safe
  return case when line = 'mobile' then true when line in ('landline', 'voicemail') then false end;
comment on function takes_texts is
  'Whether a line of this kind takes texts; null: it may.';

create type line_source as enum ('lookup', 'failure', 'success');

create table number_line (
  account_id uuid not null references account (id) on delete cascade,
  number text not null,
  line line_type not null default 'unknown',
  takes_texts boolean,
  source line_source not null,
  learned_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, number)
);
comment on table number_line is
  'What was learned of a number, by a look-up or from what became of texts to it; it goes before what the numbering plan says.';
comment on column number_line.line is 'As a provider''s look-up said.';
comment on column number_line.takes_texts is 'null: the look-up could not tell.';
comment on column number_line.expires_at is 'Numbers change hands and carriers: from then on it counts no more.';
create index number_line_age on number_line (expires_at);
call close_to_account('number_line');

alter table participant add column phone_line line_type;
comment on column participant.phone_line is 'Of the phone, by its numbering plan; null: not looked up yet.';
drop index participant_unknown_number;
create index participant_unknown_number on participant (account_id, id)
  where phone is not null and phone_line is null;

alter table contact_address add column phone_line line_type;
alter table contact_address add column phone_zones text[];
comment on column contact_address.phone_line is 'Of a phone, by its numbering plan; null: not looked up yet.';
comment on column contact_address.phone_zones is
  'IANA names of where its owner may be by that plan, the likeliest first; empty: it says nothing.';
create index contact_address_unknown on contact_address (account_id, id) where kind = 'phone' and phone_line is null;

alter table taking_chunk add column contact_ids uuid[] not null default '{}';
alter table taking_chunk alter column contact_ids set storage external;
comment on column taking_chunk.contact_ids is 'The contacts that were chosen, in chunks of their own after the appointments.';

alter table broadcast add column call_only_without_sms boolean not null default false;
comment on column broadcast.call_only_without_sms is
  'Called is only whose number takes no texts, everybody else gets the text alone; where it fails for that reason they are called.';

alter table lane add column falls_for failure_reason[];
comment on column lane.falls_for is 'With falls_to: the failures for which it is tried; null: any.';

create type audience_resolve as enum ('frozen', 'at_sending');
alter table broadcast
  add column resolve audience_resolve not null default 'frozen',
  add column take_at timestamptz;
create index broadcast_take_at on broadcast (take_at) where take_at is not null;
comment on column broadcast.resolve is
  'frozen: who is meant was noted when it was made. at_sending: it is worked out from the same filters when its time comes.';
comment on column broadcast.take_at is 'When that is to be done; null: it has been.';
