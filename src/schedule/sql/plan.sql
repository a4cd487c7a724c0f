-- Counts the candidates: who gets what, who does not, and why. Comes after the expressions of
-- audience/sql/candidates.sql; :{sample} and :{listed} bound what is returned row by row.
, outcome as (
  select channel, copy, person_key,
         (array_agg(name order by at, appointment_id, position))[1] as name,
         coalesce(bool_or(rank = 1), false) as wins,
         bool_or(reason is null) as stands,
         (array_agg(reason order by at, appointment_id, position))[1] as reason,
         (array_agg(address order by at, appointment_id, position) filter (where reason is null))[1] as address,
         (array_agg(trace order by at, appointment_id, position))[1] as trace
    from candidate
   group by channel, copy, person_key
),
excluded as (
  select channel, copy, name, address,
         case when stands then 'duplicate'::exclusion_reason else reason end as reason,
         case when not stands then trace else '' end as detail
    from outcome where not wins
),
listed as (
  select e.channel, e.name, e.reason, coalesce(o.name, e.detail) as detail
    from (select * from excluded order by name, channel, copy limit :{listed}) e
    left join candidate c on e.reason = 'duplicate' and c.rank = 1 and c.channel = e.channel
                         and c.address = e.address and c.copy = e.copy
    left join outcome o on o.channel = c.channel and o.copy = c.copy and o.person_key = c.person_key
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
       coalesce((select jsonb_agg(s.fields) from (
          select fields from candidate where rank = 1 and channel = 'sms'
           order by at, appointment_id, position limit :{sample}) s), '[]') as sample
