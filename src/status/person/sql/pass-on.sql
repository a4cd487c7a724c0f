-- A message that waits for a number that others share, and stands for one of them too, becomes theirs: they had been
-- left out because of it. The door is shut. $1 account, $2 the erased person's recipients, $3 their participants,
-- $4 addresses that are theirs alone. Served by delivery_recipient, delivery_subject_delivery and recipient's unique key.
with waiting as materialized (
  select d.id, d.broadcast_id, d.channel, d.copy
    from delivery d
   where d.account_id = $1 and d.recipient_id = any ($2::uuid[]) and d.state in ('ready', 'claimed')
     and address_key(d.address) <> all ($4::text[])
   order by d.id
     for no key update of d
),
heir as materialized (
  select distinct on (w.id) w.id, w.broadcast_id, w.channel, r.id as recipient_id
    from waiting w
    join delivery_subject s on s.account_id = $1 and s.delivery_id = w.id and s.participant_id <> all ($3::uuid[])
    join participant p on p.account_id = $1 and p.id = s.participant_id
    join recipient r on r.account_id = $1 and r.broadcast_id = w.broadcast_id
                    and r.person_key in (p.person_key, 'contact:' || p.contact_id)
                    and r.copy = w.copy and r.id <> all ($2::uuid[])
   order by w.id, r.id
),
passed as (
  -- What a worker holds has the erased person's words: it is claimed anew.
  update delivery d set recipient_id = h.recipient_id, fields = null, state = 'ready', claim_id = null, lease_until = null
    from heir h
   where d.account_id = $1 and d.id = h.id
),
served as (
  delete from exclusion e using heir h
   where e.account_id = $1 and e.broadcast_id = h.broadcast_id and e.recipient_id = h.recipient_id and e.channel = h.channel
     and e.reason = 'duplicate'
  returning e.broadcast_id, e.channel
)
insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
select $1, broadcast_id, channel, 'left_out', -count(*) from served group by broadcast_id, channel
