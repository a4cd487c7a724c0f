-- The way in: calendars, their appointments, and the people on them.

create table calendar (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  primary key (account_id, id),
  unique (account_id, name)
);
comment on table calendar is 'A source of appointments; a file uploaded under the same name feeds the same calendar.';
call close_to_account('calendar');

create type appointment_status as enum ('confirmed', 'tentative', 'cancelled');

create table appointment (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  calendar_id uuid not null,
  uid text not null,
  instance text not null default '',
  title text not null default '',
  description text not null default '',
  location text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text not null,
  all_day boolean not null default false,
  status appointment_status not null default 'confirmed',
  search_text text not null default '',
  content_hash bytea not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (account_id, id),
  unique (account_id, calendar_id, uid, instance),
  foreign key (account_id, calendar_id) references calendar (account_id, id) on delete cascade
) with (fillfactor = 90);
create index appointment_agenda on appointment (account_id, starts_at, id);
comment on table appointment is 'One event, or one instance of a recurring event.';
comment on column appointment.uid is 'RFC 5545 UID of the event.';
comment on column appointment.instance is
  'RFC 5545 RECURRENCE-ID as a UTC instant or a date; empty for an event that does not recur.';
comment on column appointment.time_zone is 'IANA zone in which its times are meant.';
comment on column appointment.search_text is 'Lower-case, accent-free text that the page''s filter looks in.';
comment on column appointment.content_hash is 'SHA-256 of what the calendar said; importing the same again changes nothing.';
call close_to_account('appointment');

create table participant (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  appointment_id uuid not null,
  position integer not null,
  name text not null default '',
  first_name text not null default '',
  last_name text not null default '',
  phone text,
  email text,
  invalid_address text,
  person_key text not null,
  primary key (account_id, id),
  unique (account_id, appointment_id, position),
  foreign key (account_id, appointment_id) references appointment (account_id, id) on delete cascade
);
comment on table participant is 'A person on an appointment.';
comment on column participant.phone is 'E.164, validated.';
comment on column participant.email is 'Lower-cased domain, validated.';
comment on column participant.invalid_address is 'What looked like a number or an address but is none, as it was written.';
comment on column participant.person_key is
  'The same for the same person on several appointments: folded name and first address.';
call close_to_account('participant');
