-- What became of each recipient of an earlier broadcast: a person, over all channels. Put before other expressions.
-- An erased person is nobody any more.
-- Parts in :{…} are put in by former-recipients.ts. Served by (account_id, broadcast_id) of recipient's unique key, of
-- delivery_once and of exclusion's key, and by delivery's key. Rows are grouped, not joined: the planner takes a
-- broadcast that it does not know yet for a single row, and would compare each with every other. What followed is
-- served by broadcast_parent and the same indexes.
followed as materialized (
  -- Messages to those whom this one did not reach, and to those whom these did not. One that is scheduled may still be
  -- written anew, to the same people.
  select id
    from (with recursive next as (
            select b.id from broadcast b
             where b.account_id = :{account} and b.parent_id = :{broadcast} and b.purpose = 'resend'
            union
            select b.id from next n
              join broadcast b on b.account_id = :{account} and b.parent_id = n.id and b.purpose = 'resend')
          select b.id from next n
            join broadcast b on b.account_id = :{account} and b.id = n.id
           where b.state <> 'scheduled' or b.send_at_wall is null) every
),
later as materialized (
  select r.person_key, bool_or(every.outcome in ('with_carrier', 'delivered')) as is_reached
    from (select d.recipient_id, outcome_of(d.state) as outcome
            from followed f
            join delivery d on d.account_id = :{account} and d.broadcast_id = f.id
          union all
          select e.recipient_id, outcome_of(d.state)
            from followed f
            join exclusion e on e.account_id = :{account} and e.broadcast_id = f.id
            join delivery d on d.account_id = :{account} and d.id = e.delivery_id) every
    join recipient r on r.account_id = :{account} and r.id = every.recipient_id
   where every.outcome in ('with_carrier', 'delivered', 'waiting', 'sending', 'not_sure')
   group by r.person_key
),
former as materialized (
  select id, max(person_key) as person_key,
         case when bool_or(outcome in ('with_carrier', 'delivered')) then 'reached'
              when bool_or(outcome in ('waiting', 'sending')) then 'under_way'
              when bool_or(outcome = 'not_sure') then 'not_sure'
              when max(person_key) in (select l.person_key from later l where l.is_reached) then 'reached_later'
              when max(person_key) in (select l.person_key from later l) then 'under_way_later'
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
