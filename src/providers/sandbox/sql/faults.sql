-- What goes wrong at each of these devices, in their order; null where nothing was set.
-- One probe of sandbox_device's primary key each.
select d.fault
from unnest($1::uuid[], $2::channel[], $3::text[]) with ordinality
  as asked (account_id, channel, address, n)
left join sandbox_device d using (account_id, channel, address)
order by asked.n
