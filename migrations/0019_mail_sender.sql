-- Whom the emails of an account are from and where answers go, unless a message says otherwise.

alter table account
  add column from_name text not null default '',
  add column reply_to text not null default '';
comment on column account.from_name is 'The name beside the address that emails are from; empty: as the mail server is set.';
comment on column account.reply_to is 'The mailbox that answers to emails go to; empty: the address that they are from.';
