-- What waits to go to addresses that are suppressed now leaves the counts of those who wait at once; what
-- a worker holds is turned away at the door. The door of the account is shut.
-- $1 account  $2 channel  $3 addresses  $4 now
-- Bounded by the broadcasts that are under way: broadcast_unfinished finds them, and delivery_once
-- what each has for the addresses, whatever their case; so no index by address has to be kept while sending.
-- Messages that go out in spite of a STOP stay.
with waiting as materialized (
  select d.id
    from broadcast b
    join delivery d on d.account_id = $1 and d.broadcast_id = b.id and d.channel = $2
                   and address_key(d.address) = any (array(select address_key(spelled) from unnest($3::text[]) spelled))
   where b.account_id = $1 and b.state in ('taking', 'scheduled', 'sending')
     and d.state in ('ready', 'submitting')
     and not exists (select from lane l where l.account_id = $1 and l.id = d.lane_id and l.despite_stop)
),
locked as materialized (
  -- Those on the wire too, which are marked afterwards: all in one order, as everywhere.
  select d.id, d.state
    from delivery d
   where d.account_id = $1 and d.id = any (array(select id from waiting))
   order by d.id
     for no key update of d
),
ended as (
  update delivery d
     set state = 'suppressed', failure = 'opted_out', wait_reason = null, changed_at = $4::timestamptz
    from locked k
   where d.account_id = $1 and d.id = k.id and k.state = 'ready'
  returning d.broadcast_id, d.channel
)
insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
select $1, broadcast_id, channel, outcome, sum(n)
  from (select broadcast_id, channel, 'waiting'::outcome as outcome, -1 as n from ended
        union all
        select broadcast_id, channel, 'left_out', 1 from ended) m
 group by broadcast_id, channel, outcome
