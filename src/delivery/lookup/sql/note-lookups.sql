-- Notes what was answered of numbers that were claimed at a time, and remembers it of each number, unless
-- what became of texts to it says something that still holds.
-- $1 account  $2 when they were claimed  $3 now  $4 until when it counts
-- as arrays: $5 number  $6 line  $7 carrier  $8 price  $9 currency. Served by the primary keys.
with said as (
  select * from unnest($5::text[], $6::line_type[], $7::text[], $8::bigint[], $9::text[])
    as t (number, line, carrier, price, currency)
),
noted as (
  update number_lookup l
     set state = 'answered', line = s.line, carrier = s.carrier, price = coalesce(s.price, l.price),
         currency = coalesce(s.currency, l.currency), again_at = $4::timestamptz
    from said s
   where l.account_id = $1 and l.number = s.number and l.asked_at = $2::timestamptz and l.state = 'asking'
  returning l.number, l.line
),
learned as (
  insert into number_line as k (account_id, number, line, takes_texts, source, learned_at, expires_at)
  select $1, number, line, takes_texts(line), 'lookup', $3::timestamptz, $4::timestamptz
    from noted
   order by number
  on conflict (account_id, number) do update
     set line = excluded.line, takes_texts = excluded.takes_texts, source = excluded.source,
         learned_at = excluded.learned_at, expires_at = excluded.expires_at
   where k.source = 'lookup' or k.expires_at <= excluded.learned_at
)
select number from noted
