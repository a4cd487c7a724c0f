-- The whole ledger of one account as the rules look at it; moments in milliseconds. $1 account
with ms as (select 1000::numeric as n)
select
  (select coalesce(json_agg(json_build_object(
            'id', d.id, 'broadcast', d.broadcast_id, 'lane', d.lane_id, 'address', d.address, 'state', d.state,
            'claim', d.claim_id, 'attempts', d.attempts, 'failure', d.failure,
            'notBefore', round(extract(epoch from d.not_before) * n),
            'leaseUntil', round(extract(epoch from d.lease_until) * n),
            'isCancelled', exists (select from delivery_subject s where s.account_id = $1 and s.delivery_id = d.id)
              and not exists (select from delivery_subject s
                                join appointment a on a.account_id = $1 and a.id = s.appointment_id
                               where s.account_id = $1 and s.delivery_id = d.id and a.status <> 'cancelled'))
            order by d.id), '[]')
     from delivery d where d.account_id = $1) as deliveries,
  (select coalesce(json_agg(json_build_object(
            'id', a.id, 'delivery', a.delivery_id, 'number', a.number, 'state', a.state,
            'openedAt', round(extract(epoch from a.opened_at) * n),
            'settleAt', round(extract(epoch from a.settle_at) * n)) order by a.id), '[]')
     from attempt a where a.account_id = $1) as attempts,
  (select json_agg(json_build_object(
            'id', l.id, 'broadcast', l.broadcast_id, 'isPaused', l.paused_at is not null,
            'isCanceled', l.canceled_at is not null,
            'wakeAt', round(extract(epoch from l.wake_at) * n)) order by l.id)
     from lane l where l.account_id = $1) as lanes,
  (select json_agg(json_build_object(
            'id', b.id, 'state', b.state, 'isFinished', b.finished_at is not null,
            'expiresAt', round(extract(epoch from b.expires_at) * n)) order by b.id)
     from broadcast b where b.account_id = $1) as broadcasts,
  (select coalesce(json_agg(s.address), '[]') from suppression s where s.account_id = $1) as suppressed,
  (select coalesce(json_object_agg(outcome, n), '{}')
     from (select outcome, sum(n) as n
             from (select outcome, n from broadcast_count where account_id = $1
                   union all select outcome, n from broadcast_count_delta where account_id = $1) c
            group by outcome having sum(n) <> 0) c) as kept
  from ms
