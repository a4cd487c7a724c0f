-- The circuit of a provider is closed, on one channel or (null) on all: every lane of the account that
-- may have waited for it looks again. Served by the primary keys of circuit and lane.
-- $1 account  $2 provider  $3 channel or null  $4 now
with closed as (
  delete from circuit
   where account_id = $1 and provider_id = $2 and channel = coalesce($3::channel, channel)
  returning channel
)
update lane set wake_at = $4
  from closed c
 where lane.account_id = $1 and lane.channel = c.channel and lane.wake_at is not null
