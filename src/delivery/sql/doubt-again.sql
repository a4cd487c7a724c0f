-- Attempts of a lane that were in doubt before the end of a gap: what became of them may be lost, and
-- their delivery may have been sent again under another reference. That the provider does not know
-- this one proves nothing any more.
-- $1 account  $2 lane  $3 end of the gap  $4 when the provider is asked (null: only a person can settle it)
-- Deliveries first and in order, as everywhere. Served by delivery_in_hand and attempt_live.
with locked as materialized (
  select d.id
    from delivery d
   where d.account_id = $1 and d.lane_id = $2 and d.state = 'uncertain' and d.failure <> 'ledger_restored'
   order by d.id
     for no key update of d
),
doubted as (
  update attempt a set reason = 'ledger_restored', settle_at = $4
    from locked k
   where a.account_id = $1 and a.delivery_id = k.id and a.state = 'uncertain' and a.opened_at < $3
  returning a.delivery_id
)
update delivery d set failure = 'ledger_restored'
  from doubted t
 where d.account_id = $1 and d.id = t.delivery_id
