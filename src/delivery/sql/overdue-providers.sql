-- The providers that were called by attempts of a lane whose window ended without an answer.
-- $1 account  $2 lane  $3 now. Served by delivery_in_hand and attempt_live.
select distinct a.provider_id as id
  from delivery d
  join attempt a on a.account_id = $1 and a.delivery_id = d.id and a.state = 'submitting' and a.window_until <= $3
 where d.account_id = $1 and d.lane_id = $2 and d.state = 'submitting'
