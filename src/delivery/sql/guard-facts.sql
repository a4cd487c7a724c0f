-- What the guards of a lane ask: whether somebody answered its alarm or typed its count, what a message
-- of its provider costs, and the busiest hour of the account in the last 30 days but for this one.
-- $1 account  $2 lane  $3 provider  $4 this hour's key  $5 the key of 30 days ago
-- Served by the primary keys.
select l.alarm_answered_by is not null or b.confirmed_count is not null as "isConfirmed",
       coalesce((p.prices ->> l.channel::text)::float8, 0) as price,
       a.time_zone as "timeZone",
       coalesce((select max(n) from (
                   select sum(used) as n from allowance h
                    where h.account_id = $1 and h.kind in ('hour', 'confirmed_hour')
                      and h.key >= $5 and h.key < $4
                    group by h.key) an_hour), 0) as "busiestHour"
  from lane l
  join broadcast b on b.account_id = $1 and b.id = l.broadcast_id
  join account a on a.id = $1
  join provider p on p.account_id = $1 and p.id = $3
 where l.account_id = $1 and l.id = $2
