-- The engine whole: what an account allows, at which hours and how fast it sends, what stands in
-- for what did not arrive, and how a ledger that was set back in time is recognised.

alter type wait_reason add value 'redial';
alter type failure_reason add value 'country_not_allowed';
alter type failure_reason add value 'premium_number';
alter type failure_reason add value 'ledger_restored';
alter type failure_reason add value 'reached_meanwhile';
alter type exclusion_reason add value 'premium_number';

create table sending_policy (
  account_id uuid primary key references account (id) on delete cascade,
  version bigint not null default 1,
  quiet_from time,
  quiet_until time,
  quiet_channels channel[] not null default '{sms,voice}',
  valid_minutes integer not null default 720 check (valid_minutes between 5 and 4320),
  allowed_countries text[],
  premium_allowed boolean not null default false,
  spending_cap bigint check (spending_cap >= 0) default 100000000,
  currency char(3) not null default 'USD',
  person_hourly integer check (person_hourly > 0) default 10,
  rate_alarm boolean not null default true,
  large_send integer check (large_send > 0) default 500,
  changed_at timestamptz not null default now(),
  check ((quiet_from is null) = (quiet_until is null))
);
comment on table sending_policy is 'What an account allows itself; read by workers and checked at the door by its version.';
comment on column sending_policy.version is
  'Grows with each change. A worker that decided by an older one opens nothing and reads again.';
comment on column sending_policy.quiet_from is 'Wall clock in the recipient''s zone; with quiet_until, which may be on the next day. null: no quiet hours.';
comment on column sending_policy.valid_minutes is 'So long after its time a message still goes out, unless it says otherwise.';
comment on column sending_policy.allowed_countries is 'ISO 3166-1 alpha-2 of numbers that may be contacted; null: the account''s own country.';
comment on column sending_policy.spending_cap is 'Millionths of the currency a day in the account''s zone; null: none.';
comment on column sending_policy.person_hourly is 'More messages to one address within an hour pause the broadcast; null: no alarm.';
comment on column sending_policy.rate_alarm is 'A rate far above what is normal for the account pauses the broadcast.';
comment on column sending_policy.large_send is 'Sends to more people ask for their count to be typed; null: never.';
call close_to_account('sending_policy');
insert into sending_policy (account_id) select id from account;

alter table broadcast
  add column send_at_local boolean not null default false,
  add column quiet_override_by text,
  add column valid_minutes integer not null default 720,
  add column fallback jsonb,
  add column redial jsonb,
  add column policy_version bigint,
  add column confirmed_count integer;
comment on column broadcast.send_at_local is 'send_at_wall is meant in each recipient''s own zone.';
comment on column broadcast.quiet_override_by is 'Who let it go out in quiet hours.';
comment on column broadcast.valid_minutes is 'So long after its time a delivery of it still goes out.';
comment on column broadcast.fallback is 'What is tried for whom a channel does not reach: [{from, to, silenceMinutes}].';
comment on column broadcast.confirmed_count is 'The number of people that was typed for so large a send.';
comment on column broadcast.policy_version is
  'Of the policy by which its numbers were judged when it was made; by another one they are judged again at the door.';
comment on column broadcast.redial is 'Calls that were busy or not answered: {times, minutes}.';

create type pause_reason as enum ('person', 'same_person', 'unusual_rate');
alter table lane
  add column per_minute integer check (per_minute > 0),
  add column pause_reason pause_reason,
  add column pause_detail text,
  add column alarm_answered_by text,
  add column waits_for text,
  add column fallback_for channel,
  add column falls_to channel,
  add column silence_minutes integer check (silence_minutes > 0),
  add column asks_again bigint,
  add column valid_minutes integer check (valid_minutes > 0);
create index lane_broadcast on lane (account_id, broadcast_id);
-- One that is paused is visited too, to set right what a crash left on the wire; it has no other wake_at.
drop index lane_due;
create index lane_due on lane (kind, wake_at) where wake_at is not null;
comment on column lane.per_minute is 'The speed that a person chose, in messages; null: as fast as it goes.';
comment on column lane.pause_reason is 'Who or which alarm paused it.';
comment on column lane.alarm_answered_by is 'Who resumed it in spite of an alarm; it is not asked again.';
comment on column lane.waits_for is 'Why it goes slower than it could: rate, cap, circuit; for pages only.';
comment on column lane.asks_again is
  'The version of the policy by which those who wait for quiet hours are to be judged anew; null: they have been.';
comment on column lane.fallback_for is 'Its deliveries are made later, for whom that channel does not reach; null: they go first.';
comment on column lane.falls_to is 'The channel that is tried for whom this one does not reach.';
comment on column lane.silence_minutes is 'With falls_to: so long without a further report counts as not reached; null: never.';

alter table participant
  add column phone_country text,
  add column phone_is_premium boolean not null default false;
comment on column participant.phone_country is
  'Whose number it is by its numbering plan (ISO 3166-1, 001: of no country); null: not looked up yet.';
create index participant_unknown_number on participant (account_id, id)
  where phone is not null and phone_country is null;

alter table recipient add column other_time_zones text[] not null default '{}';
comment on column recipient.other_time_zones is
  'Where else they may be, as a number without an appointment leaves open: it must be a permitted hour there too.';

alter table delivery
  add column expires_at timestamptz,
  add column is_watched boolean not null default false,
  add column redials smallint not null default 0,
  add column redial_of integer;
comment on column delivery.expires_at is 'Where it is not its broadcast''s: in recipients'' own zones, and for a fallback.';
comment on column delivery.is_watched is 'Its broadcast has a fallback for it, which has not been decided yet.';
create index delivery_quiet on delivery (account_id, lane_id, not_before)
  where state = 'ready' and wait_reason = 'quiet_hours';
comment on column delivery.redials is 'How often it was called again because of a busy line or no answer.';
comment on column delivery.redial_of is
  'The number of the attempt after which it is called again; whatever else is said of that one changes nothing.';
create index delivery_fallen on delivery (account_id, lane_id, id)
  where is_watched and state in ('undelivered', 'failed', 'written_off');
create index delivery_silent on delivery (account_id, lane_id, changed_at)
  where is_watched and state in ('accepted', 'sent');

alter table exclusion
  add column is_watched boolean not null default false,
  add column participants uuid[],
  add column delivery_id uuid;
comment on column exclusion.is_watched is 'Its broadcast has a fallback for them, which has not been decided yet.';
comment on column exclusion.participants is 'As whom they were to hear of it, where a fallback may stand for them yet.';
comment on column exclusion.delivery_id is 'For duplicate, where there is a fallback: the delivery that stands for them.';
create index exclusion_watched on exclusion (account_id, broadcast_id, channel, recipient_id) where is_watched;
create index exclusion_stood_for on exclusion (account_id, delivery_id) where delivery_id is not null;

create type crossing as enum ('paused', 'taken_back', 'stop');
alter table attempt
  add column unique_ref text,
  add column crossed crossing;
comment on column attempt.crossed is 'It was on the wire when this came: too late for it. The gravest, where several came.';
comment on column attempt.unique_ref is
  'provider_ref, where the provider never gives one twice: no two attempts can claim the same message.';
create unique index attempt_unique_ref on attempt (account_id, provider_id, unique_ref) where unique_ref is not null;

create table contacted (
  account_id uuid not null references account (id) on delete cascade,
  channel channel not null,
  address text not null,
  at timestamptz not null,
  attempt_id uuid not null,
  primary key (account_id, channel, address, at, attempt_id)
);
create index contacted_age on contacted (at);
comment on table contacted is 'When an address was sent something, for a day: the burst alarm counts here.';
call close_to_account('contacted');

-- Providers of a channel in order: the next one carries it while those before it cannot.
alter table channel_provider
  add column position smallint not null default 0,
  drop constraint channel_provider_pkey,
  add primary key (account_id, channel, position);
create unique index channel_provider_once on channel_provider (account_id, channel, provider_id);
comment on column channel_provider.position is '0 carries the channel; the next one does while the circuit of those before it is open.';

alter table provider
  add column per_minute integer check (per_minute > 0),
  add column sender_per_minute integer check (sender_per_minute > 0),
  add column prices jsonb not null default '{}';
comment on column provider.per_minute is 'The owner''s limit on a channel: segments of SMS, else messages; null: what the provider states.';
comment on column provider.prices is
  'By channel, what a segment of SMS, an email or a call costs: millionths of the account''s currency. Absent: nothing.';
comment on column provider.sender_per_minute is 'The same for the address or number it sends from, shared with other providers that do.';

create table circuit (
  account_id uuid not null,
  provider_id uuid not null,
  channel channel not null,
  opened_at timestamptz not null,
  retry_at timestamptz not null,
  failures integer not null,
  reason failure_reason not null,
  answer text not null default '',
  primary key (account_id, provider_id, channel),
  foreign key (account_id, provider_id) references provider (account_id, id) on delete cascade
);
comment on table circuit is 'A provider that fails all the time is not called until retry_at; then one message tries it. No row: all is well.';
call close_to_account('circuit');

create table allowance (
  account_id uuid not null references account (id) on delete cascade,
  kind text not null,
  key text not null,
  used double precision not null default 0,
  drained_at timestamptz not null,
  primary key (account_id, kind, key)
) with (fillfactor = 50);
comment on table allowance is
  'What has been used of each limit: of a provider, a sender, a lane, of the spending of a day. Workers lease from it in batches.';
comment on column allowance.used is
  'In the limit''s units, as of drained_at; it drains with time where the limit is a speed. The limit itself stands elsewhere.';
call close_to_account('allowance');

create table ledger_home (
  only_row boolean primary key default true check (only_row),
  system_identifier text,
  timeline text,
  seen_at timestamptz
);
comment on table ledger_home is
  'One row: the server and timeline that this ledger was last at home on. Elsewhere it has been restored or failed over.';
insert into ledger_home default values;
grant select, update on ledger_home to headsup_engine;

create table ledger_gap (
  system_identifier text,
  timeline text,
  until timestamptz not null,
  found_at timestamptz not null,
  primary key (system_identifier, timeline)
);
comment on table ledger_gap is
  'Servers and timelines from which something may have been sent that this ledger does not know of, and until when.';
grant select, insert, update on ledger_gap to headsup_engine;

create table ledger_promise (
  folder uuid primary key,
  n bigint not null
);
comment on table ledger_promise is
  'How often processes of a data folder have said that they may send, about once a second. The folder knows the number '
  'too: where it is higher there, this ledger was set back.';
grant select, insert, update on ledger_promise to headsup_engine;
alter table lane add column gap_until timestamptz;
comment on column lane.gap_until is
  'What was due before may have been sent by a ledger that is lost: it is put in doubt, not sent. null: nothing was lost.';

alter table installation add column key_fingerprint bytea;
comment on column installation.key_fingerprint is
  'Made from the key of the data folders (HKDF), which cannot be had from it: a process with another key is refused.';

create table taking_chunk (
  account_id uuid not null,
  broadcast_id uuid not null,
  number integer not null,
  appointment_ids uuid[] not null,
  primary key (account_id, broadcast_id, number),
  foreign key (account_id, broadcast_id) references broadcast (account_id, id) on delete cascade
);
alter table taking_chunk alter column appointment_ids set storage external;
comment on table taking_chunk is
  'The appointments that were ticked when a broadcast was made, in order, as long as their people are not written. '
  'The last chunk holds the people typed in too, and may have no appointments.';
call close_to_account('taking_chunk');
alter table broadcast drop column take_cursor;
