-- Clears addresses that were an erased person's alone; whoever must not be written to is not written to under the mark
-- of the address. $1 account, $2 addresses, in lower case, $3 now, $4 whether they are to be left alone from now on.
-- Served by the keys of suppression, consent, number_line and number_lookup, inbound_address, sandbox_message_device
-- and sandbox_lookup_number.
with channels as (
  select unnest(enum_range(null::channel)) as channel
),
place as materialized (
  select c.channel, a.address from channels c cross join unnest($2::text[]) a (address)
   where (c.channel = 'email') = (a.address like '%@%')
),
refused as (
  delete from suppression s using place p
   where s.account_id = $1 and s.channel = p.channel and s.address = p.address
  returning s.channel, s.address, s.reason::text as reason, s.created_at
),
last_word as (
  select distinct on (c.channel, c.address) c.channel, c.address, c.state, c.recorded_at
    from place p join consent c on c.account_id = $1 and c.channel = p.channel and c.address = p.address
   order by c.channel, c.address, c.id desc
),
kept as (
  insert into erased_suppression (account_id, channel, mark, reason, created_at)
  select distinct on (channel, address) $1::uuid, channel, address_mark($1, address), reason, created_at
    from (select channel, address, reason, created_at, 1 as place from refused
          union all
          select channel, address, 'unsubscribed', recorded_at, 2 from last_word where state = 'revoked'
          union all
          select channel, address, 'erased', $3::timestamptz, 3 from place where $4) s
   order by channel, address, place
  on conflict do nothing
),
evidence as (
  delete from consent c using place p where c.account_id = $1 and c.channel = p.channel and c.address = p.address
),
answers as (
  delete from inbound i using place p
   where i.account_id = $1 and i.channel = p.channel and address_key(i.address) = p.address
),
lately as (
  delete from contacted c using place p
   where c.account_id = $1 and c.channel = p.channel and address_key(c.address) = p.address
),
devices as (
  delete from sandbox_device s using place p
   where s.account_id = $1 and s.channel = p.channel and address_key(s.address) = p.address
),
lookups as (
  delete from number_lookup l using place p where l.account_id = $1 and l.number = p.address
),
practice_lookups as (
  delete from sandbox_lookup s using place p where s.account_id = $1 and s.number = p.address
),
practice as (
  delete from sandbox_message s using place p
   where s.account_id = $1 and s.channel = p.channel and address_key(s.address) = p.address
)
delete from number_line n using place p where n.account_id = $1 and n.number = p.address
