-- What workers left behind when they went: claims whose lease ended are ready again; attempts whose
-- window ended are uncertain, and their provider is asked about them where it can be.
-- $1 account  $2 lane  $3 now; as arrays: $4 provider, $5 when it is asked (null: only a person can settle it)
-- Served by delivery_in_hand and attempt_live.
with locked as materialized (
  -- Deliveries first and in order, as tick.sql and record-receipts.sql do: no ring of waiting.
  select d.id, d.state
    from delivery d
   where d.account_id = $1 and d.lane_id = $2 and d.state in ('claimed', 'submitting')
     and (d.state = 'claimed' and d.lease_until <= $3
          or d.state = 'submitting' and exists (
            select from attempt a where a.account_id = $1 and a.delivery_id = d.id
               and a.state = 'submitting' and a.window_until <= $3))
   order by d.id
     for no key update of d
),
returned as (
  update delivery d set state = 'ready', claim_id = null, lease_until = null
    from locked k
   where d.account_id = $1 and d.id = k.id and k.state = 'claimed'
),
overdue as (
  update attempt a
     set state = 'uncertain', reason = 'answer_lost', settle_at = p.settle_at,
         answer = 'No answer came back: whoever was waiting for it is gone.'
    from locked k, unnest($4::uuid[], $5::timestamptz[]) as p (id, settle_at)
   where k.state = 'submitting' and a.provider_id = p.id
     and a.account_id = $1 and a.delivery_id = k.id and a.state = 'submitting' and a.window_until <= $3
  returning a.delivery_id
),
doubted as (
  update delivery d set state = 'uncertain', failure = 'answer_lost', claim_id = null, changed_at = $3
    from overdue o
   where d.account_id = $1 and d.id = o.delivery_id
  returning d.broadcast_id, d.channel
)
insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
select $1, broadcast_id, channel, outcome, sum(n)
  from doubted cross join (values ('sending'::outcome, -1), ('not_sure', 1)) v (outcome, n)
 group by broadcast_id, channel, outcome
