-- What is known of numbers, learned or asked, as long as it counts. $1 account  $2 numbers  $3 their lines by
-- the numbering plan  $4 now. Served by the primary keys of number_line and number_lookup.
select a.number, a.line::text as "planLine", coalesce(k.takes_texts, takes_texts(a.line)) as "takesTexts",
       k.source, iso(k.learned_at) as "learnedAt", iso(k.expires_at) as "expiresAt",
       case when l.number is not null then jsonb_build_object(
         'state', l.state, 'line', l.line, 'carrier', l.carrier, 'provider', l.provider,
         'price', jsonb_build_object('amount', l.price / 1000000.0, 'currency', l.currency),
         'answer', l.answer, 'askedAt', iso(l.asked_at), 'againAt', iso(l.again_at)) end as lookup
  from unnest($2::text[], $3::line_type[]) a (number, line)
  left join number_line k on k.account_id = $1 and k.number = a.number and k.expires_at > $4
  left join number_lookup l on l.account_id = $1 and l.number = a.number and l.again_at > $4
 order by a.number
