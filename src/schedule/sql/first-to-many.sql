-- Whether no earlier message went to more than :{many} people. Served by broadcast_outbox and recipient's unique
-- (account_id, broadcast_id, …); who has sent so many messages as are looked at is no beginner anyway.
select not exists (
  select from (select b.id from broadcast b
                where b.account_id = :{account} and b.state <> 'canceled'
                order by b.created_at desc, b.id desc limit :{looked_at}) b
   cross join lateral (
     select count(*) as n
       from (select from recipient r
              where r.account_id = :{account} and r.broadcast_id = b.id limit :{many} + 1) r) r
   where r.n > :{many})
   and (select count(*) from (select from broadcast b where b.account_id = :{account} limit :{looked_at}) b) < :{looked_at} as "isFirst"
