-- What messages say: facts of the account, fields of calendars, saved templates, and tests to oneself.

alter table account
  add column phone text not null default '',
  add column email text not null default '',
  add column address text not null default '',
  add column website text not null default '',
  add column language text not null default 'en';
comment on column account.phone is 'As it is to be read in a message; nothing is sent to it.';
comment on column account.address is 'One line, as under a letter.';
comment on column account.language is
  'BCP 47; days and times are said in it to people of whom no language is known.';

alter table appointment add column fields jsonb not null default '{}';
comment on column appointment.fields is
  'What its description says as "Label: value", by the label''s key: {"room": "2"}. Bounded when it is read.';

create function field_key(label text) returns text
  language sql immutable parallel safe
  return (
    select substring(
             rtrim(left(ltrim(regexp_replace(
               regexp_replace(lower(normalize(left(label, 200), nfkd) collate pg_c_utf8), '[\u0300-\u036f]', '', 'g'),
               '[^[:alnum:]]+', '_', 'g'), '_0123456789'), 40), '_')
             from '^[[:alpha:]].*$'));
comment on function field_key is
  'The name of a custom field in a text: {{ participant.fields.card_no }} for Card no. Null where a label has no letters.';

create table custom_field (
  account_id uuid not null references account (id) on delete cascade,
  scope text not null check (scope in ('event', 'participant')),
  key text not null check (key <> ''),
  label text not null,
  created_at timestamptz not null default now(),
  primary key (account_id, scope, key, label)
);
comment on table custom_field is
  'Labels that were found in calendars (event) or address books (participant), at most 500 of each: what '
  '{{ event.fields.key }} may name. Two labels may come to one key.';
comment on column custom_field.label is 'As it was written where it was found.';
call close_to_account('custom_field');

create function note_contact_fields() returns trigger
  language plpgsql
as $$
begin
  insert into custom_field (account_id, scope, key, label)
  select found.account_id, 'participant', found.key, found.label
    from (select seen.account_id, field_key(seen.label) as key, seen.label,
                 row_number() over (partition by seen.account_id order by seen.label) as place
            from (select distinct w.account_id, left(f.label, 200) as label
                    from written w cross join jsonb_object_keys(w.fields) as f (label)
                   where w.fields <> '{}') seen
           where field_key(seen.label) is not null
             and not exists (select from custom_field known
                              where known.account_id = seen.account_id and known.scope = 'participant'
                                and known.key = field_key(seen.label) and known.label = seen.label)) found
   where found.place <= 500 - (select count(*) from custom_field known
                                where known.account_id = found.account_id and known.scope = 'participant')
   order by found.account_id, found.label
      on conflict do nothing;
  return null;
end $$;
comment on function note_contact_fields is 'Notes the labels of contacts'' own fields, whoever writes them; in their order, so that two cannot block each other.';
create trigger contact_fields_added after insert on contact
  referencing new table as written for each statement execute function note_contact_fields();
create trigger contact_fields_changed after update on contact
  referencing new table as written for each statement execute function note_contact_fields();

alter table broadcast add column constants jsonb;
comment on column broadcast.constants is
  'account.* and user.* as they were when it was made; null: made before they were kept, read them from the account.';

create table template (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  name text not null check (name <> ''),
  content jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (account_id, id)
);
create unique index template_name on template (account_id, lower(name));
comment on table template is 'A saved text for each channel, to be inserted when composing.';
call close_to_account('template');

alter table member add column phone text;
comment on column member.phone is 'E.164; where texts and calls go that this person sends to themself as a test.';
