-- The fallbacks that watch any of these deliveries have work, and their broadcasts are not over.
-- $1 account  $2 deliveries  $3 now. Served by the primary keys and lane_broadcast.
with due as (
  select distinct d.broadcast_id, l.id
    from delivery d
    join lane f on f.account_id = $1 and f.id = d.lane_id
    join lane l on l.account_id = $1 and l.broadcast_id = d.broadcast_id and l.channel = f.falls_to
   where d.account_id = $1 and d.id = any ($2::uuid[]) and d.is_watched
),
locked as materialized (
  select b.id from broadcast b
   where b.account_id = $1 and b.id in (select broadcast_id from due)
   order by b.id
     for no key update
),
reopened as (
  update broadcast b
     set state = case b.state when 'sent' then 'sending' else b.state end,
         finished_at = case when b.state <> 'sent' then b.finished_at end
    from locked k
   where b.account_id = $1 and b.id = k.id
  returning b.id
)
update lane l set wake_at = least(l.wake_at, $3)
  from due d
 where l.account_id = $1 and l.id = d.id and l.broadcast_id in (select id from reopened)
