-- The providers of a channel in their order, each with the time of its next trial where its circuit is
-- open. $1 account  $2 channel. Served by the primary keys of channel_provider, provider and circuit.
select p.account_id as "accountId", p.id, p.kind, p.name, p.settings, p.secret, p.xmin::text as version,
       p.per_minute as "perMinute", p.sender_per_minute as "senderPerMinute", k.retry_at as "retryAt"
  from channel_provider c
  join provider p on p.account_id = $1 and p.id = c.provider_id
  left join circuit k on k.account_id = $1 and k.provider_id = p.id and k.channel = c.channel
 where c.account_id = $1 and c.channel = $2
 order by c.position
