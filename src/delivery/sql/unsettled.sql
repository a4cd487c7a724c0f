-- Attempts of a lane that are uncertain and due to be asked about; served by delivery_in_hand and attempt_live.
select a.id as "attemptId", a.delivery_id as "deliveryId", a.number, d.redials, a.opened_at as "openedAt",
       a.provider_id as "providerId"
  from delivery d
  join attempt a on a.account_id = $1 and a.delivery_id = d.id and a.state = 'uncertain'
 where d.account_id = $1 and d.lane_id = $2 and d.state = 'uncertain' and a.settle_at <= $3
 order by a.settle_at
 limit 200
