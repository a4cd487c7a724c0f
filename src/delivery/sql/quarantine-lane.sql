-- Deliveries of a lane that were due before the end of a gap: they may have been sent by a ledger that
-- is lost, so they are in doubt, each with an attempt for whatever may have been submitted. A bounded
-- part; claims were given back before. Served by delivery_ready.
-- $1 account  $2 lane  $3 end of the gap  $4 now  $5 provider  $6 until when it may have been on the wire
-- $7 when the provider is asked for its list (null: only a person can settle it)
with picked as materialized (
  select d.id
    from delivery d
   where d.account_id = $1 and d.lane_id = $2 and d.state = 'ready' and d.not_before < $3
   order by d.not_before, d.id
   limit 1000
     for no key update skip locked
),
doubted as (
  update delivery d
     set state = 'uncertain', failure = 'ledger_restored', attempts = d.attempts + 1, wait_reason = null,
         claim_id = null, lease_until = null, changed_at = $4
    from picked p
   where d.account_id = $1 and d.id = p.id
  returning d.id, d.broadcast_id, d.channel, d.attempts, d.not_before
),
noted as (
  insert into attempt (account_id, id, delivery_id, number, provider_id, state, opened_at, window_until, settle_at,
                       reason, answer)
  select $1, uuidv7(), t.id, t.attempts, $5, 'uncertain', t.not_before, $6, $7, 'ledger_restored',
         'The database was set back in time: it may have gone out before.'
    from doubted t
)
insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
select $1, broadcast_id, channel, outcome, sum(n)
  from doubted cross join (values ('waiting'::outcome, -1), ('not_sure', 1)) v (outcome, n)
 group by broadcast_id, channel, outcome
