-- A broadcast stands for another one, whose deliveries are locked: it goes as fast as was chosen for that one, and to
-- nobody for whom that one was taken back before. $1 account  $2 broadcast  $3 the other
-- Served by delivery_once and lane_broadcast.
with paced as (
  update lane l set per_minute = o.per_minute
    from (select min(per_minute) as per_minute from lane where account_id = $1 and broadcast_id = $3) o
   where l.account_id = $1 and l.broadcast_id = $2
)
update broadcast b
   set replaces_id = $3,
       taken_back = o.taken_back || array(select d.id from delivery d
                                           where d.account_id = $1 and d.broadcast_id = $3 and d.state = 'canceled')
  from broadcast o
 where b.account_id = $1 and b.id = $2 and o.account_id = $1 and o.id = $3
