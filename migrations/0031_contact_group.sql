-- Saved groups: whom messages go to again and again, under a name.

create table contact_group (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  name text not null check (name <> ''),
  members jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (account_id, id)
);
create unique index contact_group_name on contact_group (account_id, lower(name));
comment on table contact_group is 'A part of an audience under a name. Who is in it is worked out whenever it is used.';
comment on column contact_group.members is
  'As in an audience: contacts by id or by a filter, tags, people typed in: {"contacts", "tags", "people"}.';
call close_to_account('contact_group');
