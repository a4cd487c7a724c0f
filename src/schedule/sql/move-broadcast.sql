-- Another time for all that waits in a broadcast whose deliveries are locked (lock-unbegun.sql), and for its lanes
-- where its recipients stand. One statement, however many they are.
-- $1 account  $2 broadcast  $3 when the first goes out  $4 until when the last does  $5 why it waits  $6 wall clock
-- $7 its zone; null: each recipient's own, or now  $8 whether it is each recipient's own: then $9 zones  $10 when it goes out there
-- Served by delivery_once, recipient's primary key and lane_broadcast.
with moved as (
  update broadcast
     set send_at = $3::timestamptz, expires_at = $4::timestamptz, send_at_wall = $6, send_at_zone = $7, send_at_local = $8,
         take_at = case when take_at is not null then $3::timestamptz end
   where account_id = $1 and id = $2
  returning state, take_at, valid_minutes
),
opened as (
  update lane set wake_at = $3::timestamptz
    from moved m
   where lane.account_id = $1 and lane.broadcast_id = $2 and m.state = 'scheduled' and m.take_at is null
)
update delivery d
   set not_before = coalesce(own.at, $3::timestamptz), wait_reason = $5::wait_reason,
       expires_at = own.at + make_interval(mins => m.valid_minutes)
  from moved m
  cross join recipient r
  left join unnest($9::text[], $10::timestamptz[]) own (zones, at)
         on own.zones = array_to_string(r.time_zone || r.other_time_zones, ' ')
 where d.account_id = $1 and d.broadcast_id = $2 and d.state = 'ready'
   and r.account_id = $1 and r.id = d.recipient_id
