-- Attempts of a lane that are uncertain and due to be asked about, with all it takes to render their
-- text again. $1 account  $2 lane  $3 now
-- Served by delivery_in_hand, attempt_live and the primary key of recipient.
select a.id as "attemptId", a.delivery_id as "deliveryId", a.number, d.redials, a.opened_at as "openedAt",
       a.window_until as "windowUntil", a.provider_id as "providerId", d.address,
       coalesce(d.fields, r.fields) as fields, coalesce(a.reason, 'answer_lost') as reason
  from delivery d
  join attempt a on a.account_id = $1 and a.delivery_id = d.id and a.state = 'uncertain'
  join recipient r on r.account_id = $1 and r.id = d.recipient_id
 where d.account_id = $1 and d.lane_id = $2 and d.state = 'uncertain' and a.settle_at <= $3
 order by a.settle_at
 limit 200
