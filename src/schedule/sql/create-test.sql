-- A message to whoever writes it, whole: broadcast, a single lane for each channel, one recipient with the
-- fields of the one whose rendering it is, and the deliveries. It stands for no appointment, so that no
-- Messages column counts it, and quiet hours do not hold for it: its reader asked for it. Nothing where
-- the key is known. $1 account, $2 key, $3 hash, $4 title, $5 audience, $6 content, $7 now, $8 expiry,
-- $9 writer, $10 policy version, $11 constants, $12 zone, $13 messages [{channel, address, fields}].
with message as (
  select m.channel::channel as channel, m.address, m.fields, m.position
    from rows from (jsonb_to_recordset($13::jsonb) as (channel text, address text, fields jsonb))
         with ordinality m (channel, address, fields, position)
),
made as (
  insert into broadcast (account_id, idempotency_key, request_hash, purpose, title, audience, content, copy_mode,
                         state, send_at, expires_at, created_by, created_at, policy_version, quiet_override_by, constants)
  values ($1, $2, $3, 'test', $4, $5, $6, 'person', 'scheduled', $7, $8, $9, $7, $10, $9, $11)
  on conflict (account_id, idempotency_key) do nothing
  returning id
),
opened as (
  insert into lane (account_id, kind, broadcast_id, channel, wake_at)
  select $1, 'single', made.id, m.channel, $7 from made cross join message m
  returning id, channel
),
known as (
  insert into recipient (account_id, broadcast_id, person_key, copy, name, time_zone, fields)
  select $1, made.id, 'test', '00000000-0000-0000-0000-000000000000', $9, $12, m.fields
    from made join message m on m.position = 1
  returning id, fields
),
written as (
  insert into delivery (account_id, broadcast_id, lane_id, recipient_id, channel, address, copy, fields,
                        not_before, created_at, changed_at)
  select $1, made.id, l.id, r.id, m.channel, m.address, '00000000-0000-0000-0000-000000000000',
         nullif(m.fields, r.fields), $7, $7, $7
    from made cross join known r cross join message m join opened l on l.channel = m.channel
  returning channel
),
counted as (
  insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
  select $1, made.id, w.channel, 'waiting', 1 from made cross join written w
)
select id from made
