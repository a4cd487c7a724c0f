-- The recipients stand: the lanes open at their time.
with opened as (
  update lane set wake_at = b.send_at
    from broadcast b
   where b.account_id = $1 and b.id = $2 and lane.account_id = $1 and lane.broadcast_id = $2
)
update broadcast set state = 'scheduled' where account_id = $1 and id = $2
