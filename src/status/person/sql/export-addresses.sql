-- What is held about addresses: consent, refusals, answers. $1 account, $2 addresses, in lower case.
-- Served by the keys of consent and suppression, and by inbound_address.
with place as (
  select c.channel, a.address
    from unnest(enum_range(null::channel)) c (channel) cross join unnest($2::text[]) a (address)
   where (c.channel = 'email') = (a.address like '%@%')
)
select coalesce((select jsonb_agg(to_jsonb(c) - 'account_id' - 'id' order by c.id)
                   from place p join consent c on c.account_id = $1 and c.channel = p.channel and c.address = p.address), '[]')
         as consent,
       coalesce((select jsonb_agg(to_jsonb(s) - 'account_id' order by s.created_at)
                   from place p join suppression s on s.account_id = $1 and s.channel = p.channel and s.address = p.address), '[]')
         as suppressions,
       coalesce((select jsonb_agg(to_jsonb(i) - 'account_id' - 'provider_id' order by i.id)
                   from place p join inbound i on i.account_id = $1 and i.channel = p.channel
                                              and i.address = p.address), '[]')
         as answers
