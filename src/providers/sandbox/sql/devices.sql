-- The pretend phones and mailboxes of an account, the one with the newest message first; devices that
-- got nothing yet but have a fault set come last. A phone is both its sms and its voice.
-- $1 account, $2 kind or null, $3 text or null, $4 and $5 the last device of the page before, $6 limit.
-- Goes through sandbox_message from its newest on and keeps each device's newest message, which a probe
-- of sandbox_message_device for each of its channels tells; the inner query is a fence, so that no more
-- messages are probed than the page needs.
with device as (
  (select m.id, m.channel, m.address, m.content ->> 'name' as name
   from (
     select * from sandbox_message where account_id = $1 and id < $4::uuid order by id desc offset 0
   ) m
   where ($2::text is null or ($2 = 'mailbox') = (m.channel = 'email'))
     and ($3::text is null
       or position(lower($3) in lower(m.address || ' ' || coalesce(m.content ->> 'name', ''))) > 0)
     and m.id = case m.channel
       when 'email' then
         (select newer.id from sandbox_message newer
           where newer.account_id = $1 and newer.channel = 'email' and newer.address = m.address
           order by newer.id desc limit 1)
       else greatest(
         (select newer.id from sandbox_message newer
           where newer.account_id = $1 and newer.channel = 'sms' and newer.address = m.address
           order by newer.id desc limit 1),
         (select newer.id from sandbox_message newer
           where newer.account_id = $1 and newer.channel = 'voice' and newer.address = m.address
           order by newer.id desc limit 1))
       end
   order by m.id desc
   limit $6)
  union all
  (select '00000000-0000-0000-0000-000000000000', min(d.channel), d.address, ''
   from sandbox_device d
   where d.account_id = $1 and d.fault <> 'none'
     and ($4::uuid <> '00000000-0000-0000-0000-000000000000' or d.address > $5::text)
     and ($2::text is null or ($2 = 'mailbox') = (d.channel = 'email'))
     and ($3::text is null or position(lower($3) in lower(d.address)) > 0)
     and not exists (
       select from sandbox_message m
       where m.account_id = $1 and (m.channel = 'email') = (d.channel = 'email')
         and m.address = d.address)
   group by d.address, d.channel = 'email'
   order by d.address
   limit $6)
  order by id desc, address
  limit $6
)
select
  device.id as newest,
  case when device.channel = 'email' then 'mailbox' else 'phone' end as kind,
  device.address,
  coalesce(device.name, '') as name,
  coalesce(fault.fault, 'none') as fault,
  (select count(*)
   from sandbox_message m
   where m.account_id = $1 and m.channel = any(of_kind.channels) and m.address = device.address
     and (m.content ->> 'arrives')::boolean) as received,
  coalesce(arrived.messages, '[]') as messages
from device
cross join lateral (
  select case when device.channel = 'email' then '{email}' else '{sms,voice}' end::channel[] as channels
) of_kind
left join lateral (
  select d.fault
  from sandbox_device d
  where d.account_id = $1 and d.channel = any(of_kind.channels) and d.address = device.address
  limit 1
) fault on true
left join lateral (
  select jsonb_agg(jsonb_build_object(
    'id', m.id, 'channel', m.channel, 'sender', m.sender, 'receivedAt', m.received_at,
    'subject', m.content -> 'subject', 'text', m.content -> 'text',
    'hasHtml', m.content ->> 'html' is not null, 'email', m.content -> 'email',
    'files', coalesce(m.content -> 'files', '[]'), 'call', m.content -> 'call',
    'pressed', m.content -> 'pressed') order by m.id desc) as messages
  from (
    select *
    from sandbox_message m
    where m.account_id = $1 and m.channel = any(of_kind.channels) and m.address = device.address
      and (m.content ->> 'arrives')::boolean
    order by m.id desc
    limit 20) m
) arrived on true
order by device.id desc, device.address
