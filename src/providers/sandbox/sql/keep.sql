-- Keeps a batch of messages together with the receipts that they will cause. When this has committed,
-- the pretend carrier has taken them. Returns the ids that it gave, in the order of the messages.
with incoming as materialized (
  select uuidv7() as id, given.*
  from unnest($1::uuid[], $2::uuid[], $3::channel[], $4::text[], $5::text[], $6::jsonb[])
    with ordinality as given (account_id, reference, channel, address, sender, content, n)
),
message as (
  insert into sandbox_message (account_id, id, reference, channel, address, sender, content, received_at)
  select account_id, id, reference, channel, address, sender, content, $7
  from incoming
),
receipt as (
  insert into sandbox_receipt (account_id, message_id, reference, report, due_at)
  select account_id, id, reference, report, due_at
  from unnest($8::integer[], $9::jsonb[], $10::timestamptz[]) as planned (n, report, due_at)
  join incoming using (n)
)
select id from incoming order by n
