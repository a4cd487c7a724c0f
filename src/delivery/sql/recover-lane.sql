-- What workers left behind when they went: claims whose lease ended are ready again, attempts whose
-- window ended are uncertain, and it is due to ask the provider about them.
-- $1 account  $2 lane  $3 now  $4 when to ask about what is newly uncertain; null: only a person can settle it
-- Served by delivery_in_hand and attempt_live.
with returned as (
  update delivery d set state = 'ready', claim_id = null, lease_until = null
   where d.account_id = $1 and d.lane_id = $2 and d.state = 'claimed' and d.lease_until <= $3
),
overdue as (
  update attempt a
     set state = 'uncertain', reason = 'answer_lost', settle_at = $4,
         answer = 'No answer came back: whoever was waiting for it is gone.'
    from delivery d
   where d.account_id = $1 and d.lane_id = $2 and d.state = 'submitting'
     and a.account_id = $1 and a.delivery_id = d.id and a.state = 'submitting' and a.window_until <= $3
  returning a.delivery_id
),
doubted as (
  update delivery d set state = 'uncertain', failure = 'answer_lost', claim_id = null, changed_at = $3
    from overdue o
   where d.account_id = $1 and d.id = o.delivery_id and d.state = 'submitting'
  returning d.broadcast_id, d.channel
)
insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
select $1, broadcast_id, channel, outcome, sum(n)
  from doubted cross join (values ('sending'::outcome, -1), ('not_sure', 1)) v (outcome, n)
 group by broadcast_id, channel, outcome
