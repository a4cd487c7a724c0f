-- The ledger: what was promised to whom, what was tried, and what became of it.
-- Deliveries are ledger and queue in one: a delivery is claimed, attempted and closed in place.

create type channel as enum ('sms', 'email', 'voice');

create table provider (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null,
  name text not null,
  settings jsonb not null default '{}',
  secret bytea,
  created_at timestamptz not null default now(),
  primary key (account_id, id)
);
comment on table provider is 'A way out: an account at a carrier, a mail server, or the sandbox.';
comment on column provider.secret is 'AES-256-GCM ciphertext of its credentials; never logged, never returned.';
call close_to_account('provider');

create table channel_provider (
  account_id uuid not null,
  channel channel not null,
  provider_id uuid not null,
  primary key (account_id, channel),
  foreign key (account_id, provider_id) references provider (account_id, id)
);
comment on table channel_provider is 'Which provider carries a channel.';
call close_to_account('channel_provider');

create type broadcast_state as enum ('taking', 'scheduled', 'sending', 'sent', 'canceled');
create type purpose as enum ('broadcast', 'resend', 'correction', 'test', 'reply', 'fallback');
create type copy_mode as enum ('person', 'appointment');

create table broadcast (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  idempotency_key text not null,
  request_hash bytea not null,
  purpose purpose not null default 'broadcast',
  parent_id uuid,
  title text not null,
  audience jsonb not null,
  content jsonb not null,
  copy_mode copy_mode not null,
  state broadcast_state not null default 'taking',
  take_cursor jsonb,
  has_appointments boolean not null default false,
  send_at timestamptz not null,
  send_at_wall text,
  send_at_zone text,
  undo_until timestamptz,
  expires_at timestamptz not null,
  created_by text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (account_id, id),
  unique (account_id, idempotency_key),
  foreign key (account_id, parent_id) references broadcast (account_id, id)
) with (fillfactor = 70);
create index broadcast_outbox on broadcast (account_id, created_at desc, id desc);
create index broadcast_unfinished on broadcast (state) where state in ('taking', 'scheduled', 'sending');
comment on table broadcast is 'One composed message, one audience, one send time.';
comment on column broadcast.state is
  'taking: recipients are being written, nothing is sent. scheduled: waits for send_at. sending: work is open. '
  'sent: every delivery has left our hands or ended. canceled: the rest was taken back.';
comment on column broadcast.idempotency_key is 'The same key makes the same broadcast: a double click makes one.';
comment on column broadcast.request_hash is 'SHA-256 of what was asked for under the key; another request under it is refused.';
comment on column broadcast.take_cursor is 'Where the writing of recipients stands, so that it goes on after a crash.';
comment on column broadcast.copy_mode is
  'person: one message stands for all of a person''s appointments. appointment: one each, because the text speaks of it.';
comment on column broadcast.has_appointments is 'Shown under Outbox › Appointments; otherwise under Other.';
comment on column broadcast.send_at_wall is 'Send later: the wall clock that was asked for, with send_at_zone.';
comment on column broadcast.undo_until is 'Until then nothing is sent, so that it can be taken back.';
comment on column broadcast.expires_at is 'What has not been handed over by then is not sent at all.';
call close_to_account('broadcast');

create type lane_kind as enum ('single', 'broadcast');

create table lane (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  kind lane_kind not null,
  broadcast_id uuid,
  channel channel not null,
  wake_at timestamptz,
  paused_at timestamptz,
  canceled_at timestamptz,
  primary key (account_id, id),
  unique nulls not distinct (account_id, channel, kind, broadcast_id),
  foreign key (account_id, broadcast_id) references broadcast (account_id, id) on delete cascade
) with (fillfactor = 50);
create index lane_due on lane (kind, wake_at) where wake_at is not null and paused_at is null;
comment on table lane is
  'What deliveries are claimed from: a channel of a broadcast, or of an account''s single messages. Pausing a million rows writes one.';
comment on column lane.wake_at is 'When there is something to claim; null: nothing. Written under the lane''s row lock.';
call close_to_account('lane');

create table recipient (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  broadcast_id uuid not null,
  person_key text not null,
  copy uuid not null,
  name text not null,
  time_zone text not null,
  fields jsonb not null,
  primary key (account_id, id),
  unique (account_id, broadcast_id, person_key, copy),
  foreign key (account_id, broadcast_id) references broadcast (account_id, id) on delete cascade
);
comment on table recipient is 'A person frozen into one broadcast, with the merge fields as they were then.';
comment on column recipient.copy is 'All zeros for one message a person, else the appointment that it speaks of.';
call close_to_account('recipient');

create type delivery_state as enum (
  'ready', 'claimed', 'submitting', 'accepted', 'sent', 'delivered', 'undelivered',
  'failed', 'uncertain', 'written_off', 'suppressed', 'expired', 'canceled');
create type wait_reason as enum ('undo', 'scheduled', 'retry', 'quiet_hours', 'cap');
create type failure_reason as enum (
  'not_sms_capable', 'opted_out', 'invalid_address', 'carrier_blocked', 'content_rejected', 'rate_limited',
  'provider_down', 'provider_misconfigured', 'unreachable', 'busy', 'no_answer', 'mailbox_full',
  'message_too_large', 'appointment_cancelled', 'canceled', 'expired', 'render_failed', 'answer_lost', 'unknown');

create table delivery (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  broadcast_id uuid not null,
  lane_id uuid not null,
  recipient_id uuid not null,
  channel channel not null,
  address text not null,
  copy uuid not null,
  fields jsonb,
  state delivery_state not null default 'ready',
  not_before timestamptz not null,
  wait_reason wait_reason,
  claim_id uuid,
  lease_until timestamptz,
  attempts integer not null default 0,
  failure failure_reason,
  answered_by text,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, broadcast_id, channel, address, copy),
  foreign key (account_id, broadcast_id) references broadcast (account_id, id) on delete cascade,
  foreign key (account_id, recipient_id) references recipient (account_id, id) on delete cascade
) with (fillfactor = 70);
create index delivery_ready on delivery (account_id, lane_id, not_before, id) where state = 'ready';
create index delivery_in_hand on delivery (account_id, lane_id, state) where state in ('claimed', 'submitting', 'uncertain');
create index delivery_recipient on delivery (account_id, recipient_id);
comment on table delivery is
  'One recipient on one channel. ready → claimed → submitting → accepted → sent → delivered | undelivered; '
  'submitting → failed | uncertain; uncertain → accepted | ready | failed | written_off; ready → suppressed | expired | canceled.';
comment on column delivery.address is 'E.164 number or mailbox: with broadcast, channel and copy it can exist only once.';
comment on column delivery.fields is
  'The merge fields where they are not its recipient''s, who is frozen as on their first appointment: a message '
  'of theirs may win through another one (the first was cancelled, or lacks the address). null: the recipient''s.';
comment on column delivery.not_before is 'It waits until then, for wait_reason; waiting is not a state.';
comment on column delivery.claim_id is 'The fence: only the claim that holds it may open an attempt.';
comment on column delivery.answered_by is 'Voice: person or machine, as the provider said.';
call close_to_account('delivery');

create table delivery_subject (
  account_id uuid not null,
  delivery_id uuid not null,
  appointment_id uuid not null,
  participant_id uuid not null,
  primary key (account_id, participant_id, delivery_id),
  foreign key (account_id, delivery_id) references delivery (account_id, id) on delete cascade,
  foreign key (account_id, appointment_id) references appointment (account_id, id) on delete cascade,
  foreign key (account_id, participant_id) references participant (account_id, id) on delete cascade
);
create index delivery_subject_appointment on delivery_subject (account_id, appointment_id);
create index delivery_subject_delivery on delivery_subject (account_id, delivery_id);
comment on table delivery_subject is
  'Every appointment and participant for whom a delivery stands; the Messages column counts through it.';
call close_to_account('delivery_subject');

create type exclusion_reason as enum (
  'opted_out', 'no_address', 'invalid_address', 'not_sms_capable', 'duplicate', 'appointment_cancelled',
  'consent_missing', 'country_not_allowed', 'over_daily_cap', 'empty_field');

create table exclusion (
  account_id uuid not null,
  broadcast_id uuid not null,
  recipient_id uuid not null,
  channel channel not null,
  reason exclusion_reason not null,
  detail text not null default '',
  primary key (account_id, broadcast_id, recipient_id, channel),
  foreign key (account_id, recipient_id) references recipient (account_id, id) on delete cascade
);
comment on table exclusion is 'Who was left out of a broadcast on a channel, and why.';
comment on column exclusion.detail is 'For duplicate: whose message stands for them; for empty_field: which; for invalid_address: as written.';
call close_to_account('exclusion');

create type attempt_state as enum ('submitting', 'accepted', 'rejected', 'uncertain', 'written_off');

create table attempt (
  account_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  number integer not null,
  provider_id uuid not null,
  state attempt_state not null default 'submitting',
  opened_at timestamptz not null,
  window_until timestamptz not null,
  settle_at timestamptz,
  closed_at timestamptz,
  provider_ref text,
  reason failure_reason,
  code text,
  answer text,
  primary key (account_id, id),
  foreign key (account_id, delivery_id) references delivery (account_id, id) on delete cascade
) with (fillfactor = 70);
create unique index attempt_live on attempt (account_id, delivery_id) where state in ('submitting', 'uncertain');
-- Not unique: a provider's ids of messages are its own affair, and some count around or restart.
create index attempt_provider_ref on attempt (account_id, provider_id, provider_ref) where provider_ref is not null;
create index attempt_delivery on attempt (account_id, delivery_id, number);
comment on table attempt is
  'One submission to a provider, committed before the call. submitting → accepted | rejected | uncertain; '
  'uncertain → accepted | rejected | written_off. At most one of a delivery is live (attempt_live).';
comment on column attempt.id is 'Also our reference at the provider.';
comment on column attempt.window_until is 'Without an answer by then nobody is waiting any more: it is uncertain.';
comment on column attempt.settle_at is 'When the provider is asked what became of it; null: only a person can settle it.';
comment on column attempt.provider_ref is 'The provider''s id of the message.';
comment on column attempt.answer is 'What the provider said, in its own words.';
call close_to_account('attempt');

create type receipt_state as enum ('sent', 'delivered', 'undelivered');

create table receipt (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  attempt_id uuid not null,
  state receipt_state not null,
  reason failure_reason,
  code text,
  answer text,
  answered_by text,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  primary key (account_id, id),
  unique nulls not distinct (account_id, attempt_id, state, code),
  foreign key (account_id, attempt_id) references attempt (account_id, id) on delete cascade
);
comment on table receipt is 'A provider''s delivery report, as it came; it may come late, twice or out of order.';
call close_to_account('receipt');

create table suppression (
  account_id uuid not null references account (id) on delete cascade,
  channel channel not null,
  address text not null,
  reason text not null,
  created_at timestamptz not null default now(),
  primary key (account_id, channel, address)
);
comment on table suppression is 'An address that must not be contacted on a channel, and why.';
call close_to_account('suppression');

create type outcome as enum (
  'waiting', 'sending', 'with_carrier', 'delivered', 'not_delivered', 'not_sure', 'left_out', 'taken_back');

create function outcome_of(state delivery_state) returns outcome
  language sql immutable parallel safe
  return case
    when state in ('ready', 'claimed') then 'waiting'::outcome
    when state = 'submitting' then 'sending'
    when state in ('accepted', 'sent') then 'with_carrier'
    when state = 'delivered' then 'delivered'
    when state = 'uncertain' then 'not_sure'
    when state = 'suppressed' then 'left_out'
    when state = 'canceled' then 'taken_back'
    else 'not_delivered'
  end;
comment on function outcome_of is 'What a state counts as on pages; the same table stands in src/contract/outcome.ts.';

create table broadcast_count (
  account_id uuid not null,
  broadcast_id uuid not null,
  channel channel not null,
  outcome outcome not null,
  n bigint not null,
  primary key (account_id, broadcast_id, channel, outcome),
  foreign key (account_id, broadcast_id) references broadcast (account_id, id) on delete cascade
) with (fillfactor = 50);
comment on table broadcast_count is 'Deliveries of a broadcast by outcome, those left out included; plus what broadcast_count_delta adds.';
call close_to_account('broadcast_count');

create table broadcast_count_delta (
  account_id uuid not null,
  broadcast_id uuid not null,
  id bigint generated always as identity,
  channel channel not null,
  outcome outcome not null,
  n bigint not null,
  primary key (account_id, broadcast_id, id),
  foreign key (account_id, broadcast_id) references broadcast (account_id, id) on delete cascade
);
comment on table broadcast_count_delta is 'Append-only changes of the counts, folded into broadcast_count in the background.';
call close_to_account('broadcast_count_delta');

-- What the planner is to think of these tables before their first ANALYZE. Without it, it takes one
-- account for a 200th of a table, and would rather read all of an account than look up a hundred keys
-- (20,000 deliveries: 14 ms a tick instead of 3, measured). The first ANALYZE replaces it.
do $$
declare
  guess record;
begin
  for guess in
    select * from (values
      ('appointment', 'account_id', 1), ('appointment', 'id', -1), ('participant', 'account_id', 1),
      ('participant', 'id', -1), ('participant', 'appointment_id', -1), ('suppression', 'account_id', 1),
      ('suppression', 'address', -1), ('recipient', 'account_id', 1), ('recipient', 'id', -1),
      ('recipient', 'broadcast_id', 20), ('delivery', 'account_id', 1), ('delivery', 'id', -1),
      ('delivery', 'broadcast_id', 20), ('delivery', 'lane_id', 20), ('delivery', 'recipient_id', -1),
      ('delivery', 'state', 5), ('delivery_subject', 'account_id', 1), ('delivery_subject', 'delivery_id', -1),
      ('delivery_subject', 'appointment_id', -1), ('attempt', 'account_id', 1), ('attempt', 'id', -1),
      ('attempt', 'delivery_id', -1), ('exclusion', 'account_id', 1), ('receipt', 'account_id', 1)
    ) g (table_name, column_name, n_distinct)
  loop
    perform pg_restore_attribute_stats(
      'schemaname', 'public', 'relname', guess.table_name, 'attname', guess.column_name, 'inherited', false,
      'version', 180000, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', guess.n_distinct::real);
  end loop;
end $$;
