-- Whoever was taken off a message that waited for its time stays off it when it is written anew.

alter table broadcast add column taken_back uuid[] not null default '{}';
comment on column broadcast.taken_back is
  'Deliveries of the one that it replaces that were taken back for one person each: to their addresses this one does not go either.';
