-- Which message somebody answered, and how many of a message's people did.

alter table inbound add column delivery_id uuid;
alter table inbound add foreign key (account_id, delivery_id) references delivery (account_id, id) on delete set null (delivery_id);
create index inbound_delivery on inbound (account_id, delivery_id, id desc) where delivery_id is not null;
comment on column inbound.delivery_id is
  'The message that it answers: the last that had gone to this address by this channel when it came. null: none is known.';

create table delivery_reply (
  account_id uuid not null,
  delivery_id uuid not null,
  primary key (account_id, delivery_id),
  foreign key (account_id, delivery_id) references delivery (account_id, id) on delete cascade
);
comment on table delivery_reply is 'A message that was answered at least once: so it is counted once.';
call close_to_account('delivery_reply');

create table broadcast_reply_count (
  account_id uuid not null,
  broadcast_id uuid not null,
  n int not null,
  primary key (account_id, broadcast_id),
  foreign key (account_id, broadcast_id) references broadcast (account_id, id) on delete cascade
);
comment on table broadcast_reply_count is
  'How many messages of a broadcast were answered. Kept as answers come, so that no page counts deliveries.';
call close_to_account('broadcast_reply_count');

-- What came before this was known.
update inbound i set delivery_id = (
  select d.id
    from broadcast b
    join delivery d on d.account_id = i.account_id and d.broadcast_id = b.id and d.channel = i.channel
                   and address_key(d.address) = address_key(i.address)
    join attempt a on a.account_id = i.account_id and a.delivery_id = d.id
   where b.account_id = i.account_id and b.purpose <> 'keyword' and a.opened_at <= i.received_at and a.state <> 'rejected'
   order by a.opened_at desc
   limit 1);
insert into delivery_reply (account_id, delivery_id)
select distinct account_id, delivery_id from inbound where delivery_id is not null;
insert into broadcast_reply_count (account_id, broadcast_id, n)
select r.account_id, d.broadcast_id, count(*)
  from delivery_reply r
  join delivery d on d.account_id = r.account_id and d.id = r.delivery_id
 group by r.account_id, d.broadcast_id;
