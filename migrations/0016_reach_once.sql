-- A mailbox is one whatever case it is written in, and nobody gets more in a day than their account allows.

-- Who got a broadcast twice by an earlier release keeps both rows.
update delivery d
   set copy = d.id
  from (select account_id, id,
               row_number() over (partition by account_id, broadcast_id, channel, address_key(address), copy order by id) as nth
          from delivery where channel = 'email') twice
 where twice.nth > 1 and d.account_id = twice.account_id and d.id = twice.id;
alter table delivery drop constraint delivery_account_id_broadcast_id_channel_address_copy_key;
create unique index delivery_once on delivery (account_id, broadcast_id, channel, address_key(address), copy);
comment on column delivery.address is
  'E.164 number or mailbox as it was written: whatever its case, with broadcast, channel and copy it can exist only once.';

update contacted set address = address_key(address) where address <> address_key(address);
comment on column contacted.address is 'As it is compared: address_key.';
comment on table contacted is 'When an address was sent something, for a day: the burst alarm and the daily cap count here.';

alter type failure_reason add value 'over_daily_cap';
alter table sending_policy add column person_daily integer check (person_daily > 0);
comment on column sending_policy.person_daily is
  'So many messages an address may get on a channel within 24 hours; one more is not sent. null: any number.';
