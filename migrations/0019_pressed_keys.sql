-- How many people pressed which key in the calls of a message.

create table broadcast_key_count (
  account_id uuid not null,
  broadcast_id uuid not null,
  meaning key_meaning not null,
  n int not null,
  primary key (account_id, broadcast_id, meaning),
  foreign key (account_id, broadcast_id) references broadcast (account_id, id) on delete cascade
);
comment on table broadcast_key_count is
  'Kept as keys are pressed, so that no page counts deliveries. People press seldom: one row for each meaning does.';
call close_to_account('broadcast_key_count');

insert into broadcast_key_count (account_id, broadcast_id, meaning, n)
select k.account_id, d.broadcast_id, k.meaning, count(*)
  from delivery_key k
  join delivery d on d.account_id = k.account_id and d.id = k.delivery_id
 group by k.account_id, d.broadcast_id, k.meaning;
