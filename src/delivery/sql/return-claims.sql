-- Claims of workers that are surely gone are ready again, without waiting for their leases. Attempts
-- are left alone: what they put on the wire may still arrive, so their window must end by itself.
-- Served by delivery_in_hand.
update delivery
   set state = 'ready', claim_id = null, lease_until = null
 where state = 'claimed'
