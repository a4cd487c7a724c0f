-- On which days those have their appointments to whom a text names a day, by the zones that they may be in. Comes
-- after the expressions of audience/sql/candidates.sql, which it reads once more: only asked for where a text names one.
-- Somebody for whom another one's message stands is among them, as that message speaks of both.
select zones, days, count(*)::int as people
  from (select c.person_key,
               min(c.time_zone || c.other_time_zones) as zones,
               array_agg(distinct ((t.starts_at at time zone t.time_zone)::date)::text) as days
          from candidate c
          join ticked t on t.id = c.appointment_id
         where c.reason is null and c.channel = any (:{saying})
         group by c.person_key) p
 group by zones, days
