-- Fallbacks that wait for a silence which nobody keeps any more: they look once more, and may rest.
-- $1 account  $2 broadcasts  $3 now. Served by lane_broadcast and delivery_silent.
with idle as materialized (
  select l.id
    from lane l
    join lane f on f.account_id = $1 and f.broadcast_id = l.broadcast_id and f.channel = l.fallback_for
   where l.account_id = $1 and l.broadcast_id = any ($2::uuid[]) and l.wake_at > $3 and f.silence_minutes is not null
     and not exists (select from delivery d where d.account_id = $1 and d.lane_id = f.id
                        and d.is_watched and d.state in ('accepted', 'sent'))
   order by l.id
     for no key update of l
)
update lane l set wake_at = least(l.wake_at, $3) from idle i where l.account_id = $1 and l.id = i.id
