-- Attempts that claims opened and that are live still. Run by the holder of the claims after a commit whose
-- answer was lost, in a statement of its own after the deliveries were locked: it sees what that commit
-- left, and the holder has called nobody for it.
-- $1 account  $2 deliveries  $3 the claim of each. Served by the primary key of delivery and by attempt_live.
select a.id as "attemptId", a.delivery_id as "deliveryId", a.number, d.redials
  from unnest($2::uuid[], $3::uuid[]) as k (id, claim_id)
  join delivery d on d.account_id = $1 and d.id = k.id and d.state = 'submitting' and d.claim_id = k.claim_id
  join attempt a on a.account_id = $1 and a.delivery_id = d.id and a.state = 'submitting'
