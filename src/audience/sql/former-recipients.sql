-- What became of each recipient of an earlier broadcast: a person, over all channels. Put before other expressions.
-- An erased person is nobody any more.
-- Parts in :{…} are put in by former-recipients.ts. Served by (account_id, broadcast_id) of recipient's unique key, of
-- delivery_once and of exclusion's key, and by delivery's key. Rows are grouped, not joined: the planner takes a
-- broadcast that it does not know yet for a single row, and would compare each with every other.
former as materialized (
  select id, max(person_key) as person_key,
         case when bool_or(outcome in ('with_carrier', 'delivered')) then 'reached'
              when bool_or(outcome in ('waiting', 'sending')) then 'under_way'
              when bool_or(outcome = 'not_sure') then 'not_sure'
              else 'not_reached' end as became
    from (select r.id, r.person_key, null::outcome as outcome
            from recipient r
           where r.account_id = :{account} and r.broadcast_id = :{broadcast} and r.person_key not like 'erased|%'
          union all
          select d.recipient_id, null, outcome_of(d.state)
            from delivery d
           where d.account_id = :{account} and d.broadcast_id = :{broadcast}
          union all
          -- The delivery of somebody else with the same address stands for them.
          select e.recipient_id, null, outcome_of(d.state)
            from exclusion e
            join delivery d on d.account_id = :{account} and d.id = e.delivery_id
           where e.account_id = :{account} and e.broadcast_id = :{broadcast}) every
   group by id
  having max(person_key) is not null
)
