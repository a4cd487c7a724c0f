-- Opens the circuit of a provider on a channel, or opens it for longer after its trial failed: 5 seconds,
-- doubling to 5 minutes, and never for less than the provider asked. Other processes that saw the same
-- failures change nothing. Served by the primary key.
-- $1 account  $2 provider  $3 channel  $4 now  $5 reason  $6 the provider's words
-- $7 milliseconds that the provider asked for  $8 whether a trial failed
with opened as (
  insert into circuit as c (account_id, provider_id, channel, opened_at, retry_at, failures, reason, answer)
  values ($1, $2, $3, $4::timestamptz,
          $4::timestamptz + interval '1 millisecond' * greatest(5000, $7::float8), 1, $5, $6)
  on conflict (account_id, provider_id, channel) do update
     set failures = c.failures + 1, reason = excluded.reason, answer = excluded.answer,
         retry_at = $4::timestamptz + interval '1 millisecond'
           * greatest(least(300000, 5000 * power(2, least(c.failures, 10))), $7::float8)
   where $8::boolean or c.retry_at <= $4::timestamptz
  returning retry_at
)
select retry_at as "retryAt" from opened
union all
select retry_at from circuit
 where account_id = $1 and provider_id = $2 and channel = $3 and not exists (select from opened)
