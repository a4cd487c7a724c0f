-- The drafts of the next people, whole, until there are at least $4 of them; the first row of each first.
-- $1 account, $2 import, $3 leader of the last ones. Served by contact_import_draft_leader.
with edge as (
  select max(leader) as leader
    from (select leader from contact_import_draft
           where account_id = $1 and import_id = $2 and leader > $3
           order by leader, position limit $4) next
)
select d.position, d.leader, r.line, d.draft
  from contact_import_draft d
 cross join lateral (
   select line from contact_import_row o
    where o.account_id = $1 and o.import_id = $2 and o.position = d.position limit 1) r
 where d.account_id = $1 and d.import_id = $2 and d.leader > $3 and d.leader <= (select leader from edge)
 order by d.leader, d.position
