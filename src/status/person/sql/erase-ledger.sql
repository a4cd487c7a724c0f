-- Clears an erased person from the ledger. What happened, when, and how often stays; the mark of the address keeps
-- the delivery the only one (rule 1). What is not over yet can never go out again: it has expired.
-- $1 account, $2 recipients, $3 deliveries, $4 their names, $5 now. Served by the primary keys, attempt_delivery,
-- receipt's unique key and exclusion's key.
with cleared as (
  update recipient r set name = '', person_key = 'erased|' || r.id, fields = '{}'
   where r.account_id = $1 and r.id = any ($2::uuid[])
  returning r.broadcast_id
),
marked as materialized (
  select d.id, address_mark($1, d.address) as mark,
         row_number() over (partition by d.broadcast_id, d.channel, d.copy, address_key(d.address) order by d.id) as nth
    from delivery d
   where d.account_id = $1 and d.id = any ($3::uuid[]) and d.address not like 'erased:%'
),
anonymous as (
  -- A mailbox spelled in two ways may stand in one broadcast twice.
  update delivery d
     set address = m.mark || case when m.nth > 1 then '#' || m.nth else '' end,
         fields = case when d.fields is not null then '{}'::jsonb end, is_watched = false,
         expires_at = case when d.state in ('submitting', 'uncertain') then least(d.expires_at, $5::timestamptz) else d.expires_at end
    from marked m
   where d.account_id = $1 and d.id = m.id
  returning d.id, d.channel, d.address, d.state
),
held as (
  -- A person who sends it again later sends nothing.
  insert into suppression (account_id, channel, address, reason, created_at)
  select distinct $1::uuid, channel, address, 'erased'::suppression_reason, $5::timestamptz
    from anonymous where state in ('submitting', 'uncertain')
  on conflict do nothing
),
attempts as (
  update attempt a set answer = '' where a.account_id = $1 and a.delivery_id = any ($3::uuid[]) and a.answer <> ''
),
receipts as (
  update receipt c set answer = ''
    from attempt a
   where a.account_id = $1 and a.delivery_id = any ($3::uuid[])
     and c.account_id = $1 and c.attempt_id = a.id and c.answer <> ''
),
practice as (
  delete from sandbox_message s
   using attempt a
   where a.account_id = $1 and a.delivery_id = any ($3::uuid[])
     and s.account_id = $1 and s.reference = a.id
),
left_out as (
  update exclusion e set detail = '', is_watched = false
   where e.account_id = $1 and e.recipient_id = any ($2::uuid[]) and (e.detail <> '' or e.is_watched)
)
-- Of others who were left out because a message to this person stood for them, the name.
update exclusion e set detail = ''
 where e.account_id = $1 and e.reason = 'duplicate' and e.detail = any ($4::text[])
   and e.broadcast_id in (select broadcast_id from recipient where account_id = $1 and id = any ($2::uuid[]))
   and e.recipient_id <> all ($2::uuid[])
