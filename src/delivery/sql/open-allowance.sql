-- Rows for limits that were never asked for. $1 account  $2 now; as arrays: $3 kind  $4 key
insert into allowance (account_id, kind, key, drained_at)
select $1, kind, key, $2 from unnest($3::text[], $4::text[]) as t (kind, key) order by kind, key
on conflict do nothing
