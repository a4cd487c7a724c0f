-- Which of a provider's ids of messages other attempts have. $1 account  $2 provider  $3 ids  $4 attempt
-- Served by attempt_unique_ref.
select a.unique_ref as ref
  from attempt a
 where a.account_id = $1 and a.provider_id = $2 and a.unique_ref = any ($3::text[]) and a.id <> $4
