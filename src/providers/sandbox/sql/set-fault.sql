-- Sets what goes wrong at a device, on each of its channels.
insert into sandbox_device (account_id, channel, address, fault)
select $1, channel, $3, $4
from unnest($2::channel[]) as channel
on conflict (account_id, channel, address) do update set fault = excluded.fault
