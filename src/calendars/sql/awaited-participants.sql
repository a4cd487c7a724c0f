-- Those of some participants for whom a delivery is still to go out, is on its way, or may be.
-- $1 account, $2 participants. Served by the primary keys of delivery_subject and delivery.
select p.id, coalesce(nullif(p.name, ''), p.phone, p.email, '') as name
  from participant p
 where p.account_id = $1 and p.id = any ($2::uuid[])
   and exists (select from delivery_subject s
                 join delivery d on d.account_id = $1 and d.id = s.delivery_id
                where s.account_id = $1 and s.participant_id = p.id
                  and outcome_of(d.state) in ('waiting', 'sending', 'not_sure'))
 order by p.position
