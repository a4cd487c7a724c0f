-- Whom an account knows besides its calendars, which participant is which contact, and what stays
-- of a person who was erased.

create function name_key(first_name text, last_name text, name text) returns text
  language sql immutable parallel safe
  return (
    with folded as (
      select translate(regexp_replace(
               lower(normalize(coalesce(nullif(btrim(first_name || ' ' || last_name), ''), name), nfkd) collate pg_c_utf8),
               '[\u0300-\u036f''’ʼ`´.]', '', 'g'), 'øłđðħıŧŋ', 'olddhitn') as text)
    select coalesce(string_agg(distinct word, ' ' order by word), '')
      from folded, regexp_split_to_table(
             replace(replace(replace(replace(text, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
             '[[:space:],;:/()"_-]+') word
     where word <> '');
comment on function name_key is
  'The words of a name without case, accents, marks and order, so that Ruiz, Ana and ANA RUÍZ have the same.';

create function address_key(address text) returns text
  language sql immutable parallel safe
  return lower(address collate pg_c_utf8);
comment on function address_key is 'A number or mailbox as it is compared: two that differ by case only are the same person''s.';

create table contact (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  name text not null default '',
  first_name text not null default '',
  last_name text not null default '',
  title text not null default '',
  company text not null default '',
  notes text not null default '',
  time_zone text,
  language text,
  fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object'),
  list_name text collate "C" not null default '',
  search_text text not null default '',
  name_key text not null generated always as (name_key(first_name, last_name, name)) stored,
  merged_into uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (account_id, id),
  foreign key (account_id, merged_into) references contact (account_id, id) on delete cascade,
  check (merged_into <> id)
) with (fillfactor = 90);
create index contact_list on contact (account_id, list_name, id) where merged_into is null;
create index contact_name on contact (account_id, name_key) where name_key <> '';
create index contact_merged on contact (account_id, merged_into) where merged_into is not null;
create index contact_search on contact using gin (account_id, search_text gin_trgm_ops) where merged_into is null;
comment on table contact is 'Somebody in the address book.';
comment on column contact.title is 'As people are addressed: Dr., Ms.';
comment on column contact.time_zone is 'IANA name; null: what the appointment or the number says.';
comment on column contact.language is 'BCP 47; null: the account''s.';
comment on column contact.fields is 'The account''s own fields: {name: text}.';
comment on column contact.list_name is 'Folded name by which contacts are listed.';
comment on column contact.search_text is 'Lower-case, accent-free names, company and addresses that the page''s search looks in.';
comment on column contact.merged_into is
  'The contact that stands for this one, which keeps all that it had in case they are taken apart again. '
  'It is neither listed nor matched.';
call close_to_account('contact');

create type address_kind as enum ('phone', 'email');

create table contact_address (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  contact_id uuid not null,
  kind address_kind not null,
  address text not null check (address <> ''),
  address_key text not null generated always as (address_key(address)) stored,
  label text not null default '',
  position integer not null default 0,
  phone_country text,
  phone_is_premium boolean not null default false,
  primary key (account_id, id),
  unique (account_id, contact_id, address_key),
  foreign key (account_id, contact_id) references contact (account_id, id) on delete cascade,
  check ((kind = 'phone') = (phone_country is not null))
);
create index contact_address_address on contact_address (account_id, address);
create index contact_address_key on contact_address (account_id, address_key);
comment on table contact_address is
  'A phone or mailbox of a contact; the lowest position of a kind is used first. Several contacts may share one. '
  'Rows of contacts that were merged stay, so that what looks here by address must ask for merged_into is null.';
comment on column contact_address.address is 'E.164, or a mailbox with its domain in lower case; validated.';
comment on column contact_address.label is 'In the account''s own words: mobile, work, mother.';
comment on column contact_address.phone_country is 'Whose number it is by its numbering plan (ISO 3166-1, 001: of no country).';
call close_to_account('contact_address');

create table contact_tag (
  account_id uuid not null,
  contact_id uuid not null,
  tag text not null check (tag <> ''),
  tag_key text not null check (tag_key <> ''),
  primary key (account_id, contact_id, tag_key),
  foreign key (account_id, contact_id) references contact (account_id, id) on delete cascade
);
create index contact_tag_tag on contact_tag (account_id, tag_key, contact_id);
comment on table contact_tag is 'A tag of a contact, as it was written; tag_key is folded, and two that fold to the same are one.';
call close_to_account('contact_tag');

create function contact_matching(patterns text[]) returns uuid[]
  language plpgsql stable parallel restricted security definer
  set search_path = pg_catalog, public
as $$
declare
  found_ids uuid[];
begin
  -- As text, so that each call is planned for its own pattern; see appointment_matching.
  execute
    'select coalesce(array_agg(id), ''{}'') from contact
      where account_id = $1 and merged_into is null
        and search_text like $2[1] and search_text like all ($2)'
    into found_ids
    using current_account(), patterns;
  return found_ids;
end $$;
revoke all on function contact_matching from public;
grant execute on function contact_matching to headsup_app, headsup_engine;
comment on function contact_matching is
  'Contacts of this transaction''s account whose search_text is like all patterns, the most telling one first; '
  'as the owner, because under row-level security LIKE would lose its index.';

create type match_state as enum ('none', 'matched', 'ambiguous', 'chosen');

alter table participant
  add column name_key text not null generated always as (name_key(first_name, last_name, name)) stored,
  add column email_key text generated always as (address_key(email)) stored,
  add column contact_id uuid,
  add column match_state match_state not null default 'none',
  add column chosen_contact_id uuid,
  add foreign key (account_id, contact_id) references contact (account_id, id),
  add foreign key (account_id, chosen_contact_id) references contact (account_id, id)
    on delete set null (chosen_contact_id),
  add check ((contact_id is not null) = (match_state in ('matched', 'chosen')));
create index participant_phone on participant (account_id, phone) where phone is not null;
create index participant_email on participant (account_id, email_key) where email_key is not null;
create index participant_name on participant (account_id, name_key) where name_key <> '';
create index participant_contact on participant (account_id, contact_id) where contact_id is not null;
create index participant_chosen on participant (account_id, chosen_contact_id) where chosen_contact_id is not null;
comment on column participant.contact_id is 'Who of the contacts it is; one that was merged is never named here.';
comment on column participant.match_state is
  'none: no contact fits. matched: one clearly does. ambiguous: several do equally well, or one does not quite '
  '(participant_contact_candidate). chosen: a person said so.';
comment on column participant.chosen_contact_id is
  'Whom a person chose; contact_id names the one that this was merged into. Imports leave it alone.';

create table participant_contact_candidate (
  account_id uuid not null,
  participant_id uuid not null,
  contact_id uuid not null,
  primary key (account_id, participant_id, contact_id),
  foreign key (account_id, participant_id) references participant (account_id, id) on delete cascade,
  foreign key (account_id, contact_id) references contact (account_id, id) on delete cascade
);
create index participant_contact_candidate_contact on participant_contact_candidate (account_id, contact_id);
comment on table participant_contact_candidate is 'Whom an ambiguous participant may be, for a person to choose; at most twenty.';
call close_to_account('participant_contact_candidate');

create table contact_choice (
  account_id uuid not null,
  person_key text not null,
  contact_id uuid not null,
  chosen_by text not null,
  chosen_at timestamptz not null,
  primary key (account_id, person_key),
  foreign key (account_id, contact_id) references contact (account_id, id) on delete cascade
);
create index contact_choice_contact on contact_choice (account_id, contact_id);
comment on table contact_choice is
  'A choice that holds for everybody of that name and address, on appointments to come too; never for a name alone.';
comment on column contact_choice.person_key is 'participant.person_key, which has an address in it.';
call close_to_account('contact_choice');

create table contact_merge (
  account_id uuid not null,
  id uuid not null default uuidv7(),
  kept_id uuid not null,
  merged_id uuid not null,
  merged_at timestamptz not null,
  merged_by text not null,
  undone_at timestamptz,
  undone_by text,
  kept_before jsonb not null,
  kept_after jsonb not null,
  added_addresses uuid[] not null,
  added_tags text[] not null,
  primary key (account_id, id),
  foreign key (account_id, kept_id) references contact (account_id, id) on delete cascade,
  foreign key (account_id, merged_id) references contact (account_id, id) on delete cascade,
  check (kept_id <> merged_id)
);
create unique index contact_merge_live on contact_merge (account_id, merged_id) where undone_at is null;
create index contact_merge_kept on contact_merge (account_id, kept_id);
create index contact_merge_merged on contact_merge (account_id, merged_id);
comment on table contact_merge is
  'Two contacts that a person found to be one. The merged one keeps its rows; here stands what the kept one was '
  'given, so that taking them apart takes away just that.';
comment on column contact_merge.kept_before is 'Columns of the kept contact that the merge changed, as they were: {column: value}.';
comment on column contact_merge.kept_after is 'The same as the merge left them; one that was changed since is not set back.';
comment on column contact_merge.added_addresses is 'Rows of contact_address that the kept one got.';
comment on column contact_merge.added_tags is 'Values of contact_tag.tag_key that the kept one got.';
call close_to_account('contact_merge');

create table erasure_key (
  account_id uuid primary key references account (id) on delete cascade,
  key bytea not null check (length(key) >= 32)
);
comment on table erasure_key is
  'By account, the secret of the marks that stand for erased addresses. Neither role reads it but through address_mark.';
alter table erasure_key enable row level security;

create function address_mark(of_account uuid, address text) returns text
  language sql stable parallel restricted security definer
  set search_path = pg_catalog, public
  return (
    select 'erased:' || encode(sha256(k.key || sha256(k.key || convert_to(address_key(address), 'UTF8'))), 'hex')
      from erasure_key k where k.account_id = of_account);
revoke all on function address_mark from public;
grant execute on function address_mark to headsup_app, headsup_engine;
comment on function address_mark is
  'What stands for an address once its person is erased: a keyed hash, the same for the same address. '
  'null before the account''s first erasure.';

create function make_erasure_key(of_account uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog, public
begin atomic
  insert into erasure_key (account_id, key)
  values (of_account, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
      on conflict do nothing;
end;
revoke all on function make_erasure_key from public;
grant execute on function make_erasure_key to headsup_app, headsup_engine;
comment on function make_erasure_key is 'Makes the account''s key of marks, where it has none; it never changes.';

create table erased_suppression (
  account_id uuid not null references account (id) on delete cascade,
  channel channel not null,
  mark text not null,
  reason text not null,
  created_at timestamptz not null,
  primary key (account_id, channel, mark)
);
comment on table erased_suppression is
  'A suppression that goes on holding although its address was erased; mark is address_mark of it.';
call close_to_account('erased_suppression');

create table erasure (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  erased_at timestamptz not null,
  erased_by text not null,
  counts jsonb not null,
  primary key (account_id, id)
);
comment on table erasure is 'That somebody was erased, when and by whom; of them it holds nothing.';
comment on column erasure.counts is 'How many rows were cleared or taken away: {appointments, deliveries, canceled, …}.';
call close_to_account('erasure');
