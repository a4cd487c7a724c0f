-- Counts the candidates: who gets what, who does not, and why. Comes after the expressions of
-- audience/sql/candidates.sql; :{sample} and :{listed} bound what is returned row by row.
, outcome as (
  select channel, copy, person_key,
         (array_agg(name order by at, appointment_id, position))[1] as name,
         coalesce(bool_or(rank = 1), false) as wins,
         bool_or(reason is null) as stands,
         (array_agg(reason order by at, appointment_id, position))[1] as reason,
         (array_agg(address_key order by at, appointment_id, position) filter (where reason is null))[1] as address_key,
         (array_agg(trace order by at, appointment_id, position))[1] as trace
    from candidate
   group by channel, copy, person_key
),
excluded as (
  select channel, copy, person_key, name, address_key,
         case when stands then 'duplicate'::exclusion_reason else reason end as reason,
         case when not stands then trace else '' end as detail
    from outcome where not wins
),
told as materialized (
  -- With whose message stands for a duplicate.
  select e.*, w.person_key as winner_key, w.copy as winner_copy
    from (select * from excluded order by name, channel, copy limit :{listed}) e
    left join candidate w on e.reason = 'duplicate' and w.rank = 1 and w.channel = e.channel
                         and w.address_key = e.address_key and w.copy = e.copy
),
called as (
  -- As recipients are: one name for all channels, though somebody may stand on only some of them.
  select distinct on (c.person_key, c.copy) c.person_key, c.copy, c.name
    from candidate c
   where (c.person_key, c.copy) in (select person_key, copy from told
                                    union all select winner_key, winner_copy from told)
   order by c.person_key, c.copy, c.at, c.appointment_id, c.position
),
listed as (
  select c.channel, n.name, c.reason, coalesce(w.name, c.detail) as detail
    from told c
    join called n on n.person_key = c.person_key and n.copy = c.copy
    left join called w on w.person_key = c.winner_key and w.copy = c.winner_copy
)
select (select count(*) from ticked) as appointments,
       (select count(distinct person_key) from outcome) as people,
       (select count(distinct person_key) from outcome where stands) as reached,
       coalesce((select jsonb_object_agg(channel, n)
          from (select channel, count(*) as n from candidate where rank = 1 group by 1) d), '{}') as deliveries,
       coalesce((select jsonb_agg(x) from (
          select channel, reason, count(*) as count from excluded group by 1, 2 order by 1, 2) x), '[]') as excluded,
       coalesce((select jsonb_agg(l order by name, channel) from listed l), '[]') as exclusions,
       coalesce((select jsonb_agg(z) from (
          select channel, time_zone || other_time_zones as zones, count(*) as n
            from candidate where rank = 1 group by channel, time_zone, other_time_zones) z), '[]') as groups,
       coalesce((select jsonb_agg(s) from (
          select appointment_id, position, person_key from candidate where rank = 1 and channel = 'sms'
           order by at, appointment_id, position limit :{sample}) s), '[]') as sample
