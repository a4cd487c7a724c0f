-- Locks all deliveries of a broadcast that waits for its time and says whether any of them has begun: the workers
-- pass over locked ones (claim.sql), so that nothing begins while the transaction lasts. In the order in which
-- ticks and receipts lock. What was suppressed or taken back for one person stays so and has not begun.
-- $1 account  $2 broadcast. Served by delivery_once.
select coalesce(bool_or(d.state not in ('ready', 'suppressed', 'canceled') or d.attempts > 0), false) as "hasBegun"
  from (select state, attempts from delivery
         where account_id = $1 and broadcast_id = $2
         order by id
           for no key update) d
