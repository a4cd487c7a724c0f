-- Files: what people attach and let calls play, where the bytes are, and who may fetch them by a link.

create table blob (
  account_id uuid not null references account (id) on delete cascade,
  hash text not null,
  size bigint not null,
  used_at timestamptz not null,
  primary key (account_id, hash)
);
create index blob_used on blob (used_at);
comment on table blob is
  'Bytes that the blob store holds, or is about to: the row is committed before they are written, and goes in the transaction that removes them. So none is left that nobody knows of.';
comment on column blob.hash is 'SHA-256 in hex; in each account the same bytes are stored once.';
comment on column blob.used_at is 'When somebody last wanted it; a while later, without an attachment, it is removed.';
call close_to_account('blob');

create table attachment (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  hash text not null,
  name text not null,
  type text not null,
  size bigint not null,
  width int,
  height int,
  duration_ms int,
  peak real,
  phone_hash text,
  phone_type text,
  phone_size bigint,
  created_by text not null,
  created_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, hash) references blob (account_id, hash),
  foreign key (account_id, phone_hash) references blob (account_id, hash)
);
create index attachment_hash on attachment (account_id, hash);
create index attachment_phone_hash on attachment (account_id, phone_hash) where phone_hash is not null;
create index attachment_age on attachment (created_at);
comment on table attachment is 'A file that somebody chose, checked by its content.';
comment on column attachment.type is 'Media type, by content; never what the browser said.';
comment on column attachment.peak is 'Of a sound, the loudest sample: 1 is as loud as it goes.';
comment on column attachment.phone_hash is
  'What a phone gets: a picture small enough for MMS and without its EXIF, a sound as telephony plays it. null: nothing else than the file.';
call close_to_account('attachment');

create table broadcast_attachment (
  account_id uuid not null,
  broadcast_id uuid not null,
  attachment_id uuid not null,
  link_place int,
  primary key (account_id, broadcast_id, attachment_id),
  foreign key (account_id, broadcast_id) references broadcast (account_id, id) on delete cascade,
  foreign key (account_id, attachment_id) references attachment (account_id, id)
);
create index broadcast_attachment_attachment on broadcast_attachment (account_id, attachment_id);
comment on table broadcast_attachment is
  'The files that a broadcast needs: while it stands here, an attachment cannot be deleted.';
comment on column broadcast_attachment.link_place is
  'Where its address stands below the text message, as it was planned when the broadcast was made; null: it goes another way.';
call close_to_account('broadcast_attachment');

create type rendition as enum ('original', 'phone');

create table attachment_link (
  account_id uuid not null,
  broadcast_id uuid not null,
  attachment_id uuid not null,
  rendition rendition not null,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  primary key (account_id, broadcast_id, attachment_id, rendition),
  foreign key (account_id, broadcast_id, attachment_id)
    references broadcast_attachment (account_id, broadcast_id, attachment_id) on delete cascade
);
comment on table attachment_link is 'By whose token somebody without an account may fetch a file, until it expires.';
comment on column attachment_link.token_hash is 'SHA-256; the token itself is derived from the key of the installation.';
call close_to_account('attachment_link');

create type key_meaning as enum ('confirm', 'call_back', 'opt_out');

create table delivery_key (
  account_id uuid not null,
  delivery_id uuid not null,
  meaning key_meaning not null,
  pressed_at timestamptz not null,
  primary key (account_id, delivery_id, meaning),
  foreign key (account_id, delivery_id) references delivery (account_id, id) on delete cascade
);
comment on table delivery_key is 'What somebody answered to a call by pressing a key.';
call close_to_account('delivery_key');
