-- An answer to a STOP, START or HELP: a broadcast of one message in a lane of its own, due at once and in
-- quiet hours too, as the person has just written. Its key makes it once for an inbound message.
-- $1 account  $2 idempotency key  $3 title  $4 content  $5 channel  $6 address  $7 fields  $8 now
-- $9 valid for so many minutes  $10 goes out although the address is suppressed
with made as (
  insert into broadcast (account_id, idempotency_key, request_hash, purpose, title, audience, content, copy_mode, state,
                         send_at, expires_at, created_by, created_at, valid_minutes, quiet_override_by)
  values ($1, $2, '', 'keyword', $3, '{"people": []}', $4, 'person', 'scheduled',
          $8::timestamptz, $8::timestamptz + make_interval(mins => $9), '', $8::timestamptz, $9, '')
  on conflict (account_id, idempotency_key) do nothing
  returning id
),
way as (
  insert into lane (account_id, kind, broadcast_id, channel, wake_at, despite_stop)
  select $1, 'single', id, $5, $8::timestamptz, $10 from made
  returning id, broadcast_id
),
somebody as (
  insert into recipient (account_id, broadcast_id, person_key, copy, name, time_zone, fields)
  select $1, m.id, $6, '00000000-0000-0000-0000-000000000000', '', a.time_zone, $7
    from made m join account a on a.id = $1
  returning id
),
sent as (
  insert into delivery (account_id, broadcast_id, lane_id, recipient_id, channel, address, copy,
                        not_before, created_at, changed_at)
  select $1, w.broadcast_id, w.id, s.id, $5, $6, '00000000-0000-0000-0000-000000000000',
         $8::timestamptz, $8::timestamptz, $8::timestamptz
    from way w cross join somebody s
)
insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
select $1, broadcast_id, $5, 'waiting', 1 from way
