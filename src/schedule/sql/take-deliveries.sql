-- One delivery for each address and copy that has none yet: the second cannot be inserted (rule 1).
-- Returns how many there are by channel.
with inserted as (
  insert into delivery (account_id, broadcast_id, lane_id, recipient_id, channel, address, copy,
                        fields, not_before, wait_reason, created_at, changed_at)
  select $1, $2, l.id, r.id, c.channel, c.address, c.copy,
         nullif(c.fields, r.fields), $3, $4, $5, $5
    from take_candidate c
    join recipient r on r.account_id = $1 and r.broadcast_id = $2
                    and r.person_key = c.person_key and r.copy = c.copy
    join lane l on l.account_id = $1 and l.broadcast_id = $2 and l.channel = c.channel
   where c.rank = 1
   order by c.at, c.appointment_id, c.position
  on conflict (account_id, broadcast_id, channel, address, copy) do nothing
  returning channel
)
insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
select $1, $2, channel, 'waiting', count(*) from inserted group by channel
