-- Puts addresses of a channel on the list of whom not to contact; a graver reason replaces a weaker one.
-- The door of the account is shut. Returns which were put or changed.
-- $1 account  $2 channel  $3 addresses  $4 reason  $5 a note each  $6 who  $7 now. Served by the primary key.
insert into suppression (account_id, channel, address, reason, note, recorded_by, created_at)
select distinct on (lower(t.address)) $1, $2, lower(t.address), $4::suppression_reason, t.note, $6, $7::timestamptz
  from unnest($3::text[], $5::text[]) with ordinality as t (address, note, position)
 order by lower(t.address), t.position
on conflict (account_id, channel, address) do update
   set reason = excluded.reason, note = excluded.note, recorded_by = excluded.recorded_by, created_at = excluded.created_at
 where suppression.reason < excluded.reason
returning address
