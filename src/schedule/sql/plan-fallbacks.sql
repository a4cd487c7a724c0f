-- How many people stand alike on every channel of a request; comes after the expressions of
-- audience/sql/candidates.sql, asked for all channels. gets: a message of their own. shares: another's
-- stands for them. lacks: there is nowhere to send it. barred: it must not be sent.
, standing_of as (
  select person_key, copy, channel,
         case when bool_or(coalesce(rank = 1, false)) then 'gets'
              when bool_or(reason is null) then 'shares'
              when (array_agg(reason order by at, appointment_id, position))[1]
                   in ('no_address', 'invalid_address', 'not_sms_capable') then 'lacks'
              else 'barred' end as standing
    from candidate
   group by person_key, copy, channel
)
select standings, count(*) as people
  from (select jsonb_object_agg(channel, standing) as standings from standing_of group by person_key, copy) every
 group by standings
