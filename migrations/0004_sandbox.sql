-- The pretend carrier: phones and mailboxes that exist only here.

create type sandbox_fault as enum (
  'none', 'landline', 'blocked', 'no_answer', 'voicemail', 'slow', 'down', 'answer_lost');

create table sandbox_device (
  account_id uuid not null references account (id) on delete cascade,
  channel channel not null,
  address text not null,
  fault sandbox_fault not null default 'none',
  primary key (account_id, channel, address)
);
comment on table sandbox_device is 'What goes wrong at a pretend phone or mailbox; without a row, nothing does.';
call close_to_account('sandbox_device');

create table sandbox_message (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  reference uuid not null,
  channel channel not null,
  address text not null,
  sender text not null,
  content jsonb not null,
  received_at timestamptz not null,
  primary key (account_id, id)
);
create index sandbox_message_reference on sandbox_message (account_id, reference);
create index sandbox_message_device on sandbox_message (account_id, channel, address, id desc);
comment on table sandbox_message is
  'What a pretend phone or mailbox received. Nothing makes it unique: a message sent twice stands here twice.';
comment on column sandbox_message.reference is 'The attempt''s id, by which the sandbox can be asked.';
call close_to_account('sandbox_message');

create table sandbox_receipt (
  account_id uuid not null references account (id) on delete cascade,
  id uuid not null default uuidv7(),
  message_id uuid not null,
  reference uuid not null,
  report jsonb not null,
  due_at timestamptz not null,
  primary key (account_id, id)
);
create index sandbox_receipt_due on sandbox_receipt (due_at);
comment on table sandbox_receipt is 'Receipts that the pretend carrier still has to give; gone once they are taken.';
call close_to_account('sandbox_receipt');
