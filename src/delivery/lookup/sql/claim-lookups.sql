-- Notes which numbers are about to be asked for, and returns those that nobody else has asked for meanwhile.
-- $1 account  $2 numbers  $3 provider  $4 price  $5 currency  $6 now  $7 when they may be asked for again if
-- no answer comes. Served by the primary key; in its order, so that two at once cannot block each other.
insert into number_lookup as l (account_id, number, provider, price, currency, asked_at, again_at)
select $1, n, $3, $4, $5, $6, $7 from unnest($2::text[]) n order by n
on conflict (account_id, number) do update
   set state = 'asking', line = 'unknown', carrier = '', answer = '', provider = excluded.provider,
       price = excluded.price, currency = excluded.currency, asked_at = excluded.asked_at, again_at = excluded.again_at
 where l.again_at <= excluded.asked_at
returning number
