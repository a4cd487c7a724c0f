-- Gives back what was leased and not used. $1 account; as arrays: $2 kind  $3 key  $4 how much
-- Locked in order of their key, as lease-allowance.sql does; served by the primary key.
with returned as materialized (
  select a.kind, a.key, t.unused
    from unnest($2::text[], $3::text[], $4::float8[]) as t (kind, key, unused)
    join allowance a on a.account_id = $1 and a.kind = t.kind and a.key = t.key
   order by a.kind, a.key
     for no key update of a
)
update allowance a
   set used = greatest(0, a.used - r.unused)
  from returned r
 where a.account_id = $1 and a.kind = r.kind and a.key = r.key
