-- Takes a part of every limit that concerns a lane, or of none. Where the least of each still fits,
-- all get the same part of what they wish for, so that nothing is held in vain for the scarcest; the
-- level that this is asked of is the latest, because the rows are locked before, in order of their key.
-- $1 account  $2 now; of each limit, as arrays: $3 kind  $4 key  $5 how much may be used at once
-- $6 how much of it is free again in a second (0: never)  $7 least  $8 wished for
-- Fewer rows than limits: one has no row yet (open-allowance.sql). Served by the primary key.
with asked as (
  select * from unnest($3::text[], $4::text[], $5::float8[], $6::float8[], $7::float8[], $8::float8[])
    as t (kind, key, capacity, drain, least, wish)
),
locked as materialized (
  select a.kind, a.key, a.used, a.drained_at
    from asked k
    join allowance a on a.account_id = $1 and a.kind = k.kind and a.key = k.key
   order by a.kind, a.key
     for no key update of a
),
level as materialized (
  -- A clock that was behind takes nothing back. One that was far ahead counts no more: else nothing
  -- would drain until its hour has come.
  select k.*, greatest(0, l.used - k.drain * greatest(0, extract(epoch from $2::timestamptz - l.drained_at))) as used,
         case when l.drained_at > $2::timestamptz + interval '5 seconds' then $2::timestamptz
              else greatest(l.drained_at, $2::timestamptz) end as drained_at
    from locked l
    join asked k on k.kind = l.kind and k.key = l.key
),
share as (
  select case when count(*) = cardinality($3) and bool_and(used + least <= capacity)
              then least(1, min((capacity - used) / nullif(wish, 0))) end as part
    from level
),
granted as materialized (
  select v.*, case when s.part is null then 0 else greatest(v.least, v.wish * s.part) end as granted
    from level v cross join share s
),
leased as (
  update allowance a
     set used = g.used + g.granted, drained_at = g.drained_at
    from granted g
   where a.account_id = $1 and a.kind = g.kind and a.key = g.key
)
select kind, key, granted, capacity - used as room,
       -- What a crash of the server forgets was not used either: the attempts' commit comes later.
       set_config('synchronous_commit', 'off', true)
  from granted
