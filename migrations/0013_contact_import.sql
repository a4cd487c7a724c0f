-- Files of contacts on their way in: their rows, what is made of them, and what cannot be taken.

create type contact_import_format as enum ('csv', 'vcard');
create type contact_import_state as enum (
  'reading', 'checking', 'ready', 'writing', 'matching', 'done', 'canceled');
create type contact_import_step as enum ('drafting', 'grouping', 'comparing');

create table contact_import (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  file_name text not null,
  format contact_import_format not null,
  state contact_import_state not null default 'reading',
  step contact_import_step not null default 'drafting',
  done integer not null default 0,
  row_count integer not null default 0,
  columns text[] not null default '{}',
  samples jsonb not null default '[]',
  mapping text[] not null default '{}',
  created_count integer not null default 0,
  updated_count integer not null default 0,
  unchanged_count integer not null default 0,
  joined_count integer not null default 0,
  refused_count integer not null default 0,
  error_count integer not null default 0,
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (account_id, id)
);
create index contact_import_unfinished on contact_import (state, changed_at)
  where state in ('reading', 'checking', 'ready', 'writing', 'matching');
create index contact_import_old on contact_import (changed_at) where state in ('done', 'canceled');
comment on table contact_import is
  'A file of contacts. reading: its rows come in. checking: they are compared with the contacts, step by step. '
  'ready: what it would do is counted. writing: somebody committed it; one transaction writes all of it. matching: all '
  'is written, and the people of the calendars are matched with it. canceled: nothing of it was written.';
comment on column contact_import.step is
  'Of checking. drafting: rows become drafts. grouping: rows of the same person find each other. comparing: with the contacts.';
comment on column contact_import.done is 'Position of the last row that this step, or writing, is through with.';
comment on column contact_import.samples is 'Some values of each column: [[text]].';
comment on column contact_import.mapping is 'What each column becomes: name, phone:mobile, field:Insurer, ignore, …';
comment on column contact_import.created_count is 'Rows that would make, or made, a contact.';
comment on column contact_import.joined_count is 'Rows that add to the person of an earlier row.';
call close_to_account('contact_import');

create table contact_import_row (
  account_id uuid not null,
  import_id uuid not null,
  position integer not null,
  line integer not null,
  cells json not null,
  problem text,
  primary key (account_id, import_id, position),
  foreign key (account_id, import_id) references contact_import (account_id, id) on delete cascade
);
comment on table contact_import_row is 'A row of the file as it was read; once its import is done, only of those that were refused.';
comment on column contact_import_row.position is 'Counted from 1, blank rows and the header left out.';
comment on column contact_import_row.line is 'Line of the file where it begins, counted from 1.';
comment on column contact_import_row.cells is 'Texts, in the order of the columns.';
comment on column contact_import_row.problem is 'Why it cannot be taken, where reading it told already.';
call close_to_account('contact_import_row');

create table contact_import_draft (
  account_id uuid not null,
  import_id uuid not null,
  position integer not null,
  leader integer not null,
  name_key text not null,
  address_keys text[] not null,
  draft json not null,
  primary key (account_id, import_id, position),
  foreign key (account_id, import_id) references contact_import (account_id, id) on delete cascade
);
create index contact_import_draft_leader on contact_import_draft (account_id, import_id, leader, position);
comment on table contact_import_draft is 'What a row says of a contact, checked; a row that cannot be taken has none.';
comment on column contact_import_draft.leader is 'Position of the first row that is the same person; its own where there is none.';
comment on column contact_import_draft.name_key is 'name_key of it, as contacts have it.';
comment on column contact_import_draft.address_keys is
  'address_key of its numbers and mailboxes; of one that has none, an equals sign and its company.';
call close_to_account('contact_import_draft');

create table contact_import_error (
  account_id uuid not null,
  import_id uuid not null,
  position integer not null,
  place integer not null,
  line integer not null,
  column_name text not null,
  value text not null,
  message text not null,
  primary key (account_id, import_id, position, place),
  foreign key (account_id, import_id) references contact_import (account_id, id) on delete cascade
);
comment on table contact_import_error is 'Why a row is refused; place counts what is wrong with it.';
call close_to_account('contact_import_error');

create table contact_import_match (
  account_id uuid not null,
  import_id uuid not null,
  position integer not null,
  contact_ids uuid[] not null,
  primary key (account_id, import_id, position),
  foreign key (account_id, import_id) references contact_import (account_id, id) on delete cascade
);
comment on table contact_import_match is 'Contacts of an import whose people on the calendars are still to be matched, as they were written.';
call close_to_account('contact_import_match');
