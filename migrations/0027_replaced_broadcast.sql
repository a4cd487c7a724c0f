-- A message that waits for its time can be written anew: the new one stands for it.

alter table broadcast
  add column replaces_id uuid,
  add foreign key (account_id, replaces_id) references broadcast (account_id, id) on delete set null (replaces_id);
create unique index broadcast_replaces on broadcast (account_id, replaces_id) where replaces_id is not null;
comment on column broadcast.replaces_id is
  'The scheduled one that was taken back in the same transaction, because this one stands for it: by one at most.';
