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

create function is_marked_erased(of_account uuid, on_channel channel, at_address text) returns boolean
  language sql stable parallel restricted
  return exists (select from erased_suppression e
                  where e.account_id = of_account and e.channel = on_channel and e.mark = address_mark(of_account, at_address))
     and not exists (select from consent c
                      where c.account_id = of_account and c.channel = on_channel and c.address = lower(at_address)
                        and c.state = 'granted' and c.basis = 'explicit' and c.source <> 'imported');
comment on function is_marked_erased is
  'Whether an address must not be written to because of what somebody said who was erased: no consent of theirs was left, '
  'so that what they agreed to themselves they did afterwards. To be asked in accounts that have such marks.';

create function daily_cap(of_account uuid, of_broadcast uuid, of_delivery uuid, on_channel channel, to_address text,
                          at_time timestamptz, place bigint, daily integer)
  returns text language sql stable strict parallel safe
  return (
    with sent as (
      select count(*) as n from contacted c
       where c.account_id = of_account and c.channel = on_channel and c.address = address_key(to_address)
         and c.at - at_time > interval '-24 hours'
         and not exists (select from attempt a
                          where a.account_id = of_account and a.id = c.attempt_id and a.delivery_id = of_delivery)),
    on_wire as (
      select count(*) as n from delivery d
       where d.account_id = of_account and d.broadcast_id = of_broadcast and d.channel = on_channel
         and address_key(d.address) = address_key(to_address) and d.state = 'submitting' and d.id <> of_delivery)
    select case when sent.n >= daily then 'over_daily_cap' when sent.n + on_wire.n + place > daily then 'wait' end
      from sent, on_wire);
comment on function daily_cap is
  'Whether a message would be more than an address may get in a day: over_daily_cap; wait: it would if those of its '
  'broadcast that are on the wire, and those before it in this tick, get there. place: among these, from 1. Its own attempts '
  'do not count. null: it may go, as where daily is null.';
