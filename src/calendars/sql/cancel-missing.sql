-- Cancels what a calendar that holds the whole series does not hold any more: an instance taken out
-- (EXDATE), or one after a shortened rule. Only within the window, because nothing is known outside.
-- What a person brought back stays. The hash is emptied so that an instance that comes back counts as changed.
-- $1 account, $2 calendar, $3 uids of whole series, $4 and $5 the window, $6 uids and $7 instances
-- that the file holds. Served by unique (account_id, calendar_id, uid, instance).
update appointment a
   set status = 'cancelled', overruled = null, content_hash = '', changed_at = now()
 where a.account_id = $1 and a.calendar_id = $2 and a.uid = any ($3::text[])
   and a.starts_at >= $4 and a.starts_at < $5 and a.status <> 'cancelled'
   and a.overruled is distinct from 'cancelled'
   and not exists (
         select from unnest($6::text[], $7::text[]) k (uid, instance)
          where k.uid = a.uid and k.instance = a.instance)
