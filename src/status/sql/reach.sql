-- How many people of a broadcast were reached and how many not, and why these were not. Comes after
-- audience/sql/former-recipients.sql; served by delivery_recipient and exclusion's key.
, missed as (
  select d.channel, d.failure::text as reason
    from former f
    join delivery d on d.account_id = :{account} and d.recipient_id = f.id
   where f.became = 'not_reached' and d.failure is not null
  union all
  select e.channel, e.reason::text
    from former f
    join exclusion e on e.account_id = :{account} and e.broadcast_id = :{broadcast} and e.recipient_id = f.id
   where f.became = 'not_reached' and e.reason <> 'duplicate'
)
select coalesce((select jsonb_object_agg(became, n)
          from (select became, count(*) as n from former group by 1) p), '{}') as people,
       coalesce((select jsonb_agg(m order by m.count desc, m.channel, m.reason)
          from (select channel, reason, count(*) as count from missed group by 1, 2) m), '[]') as missed
