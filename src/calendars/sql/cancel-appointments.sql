-- Cancels by name what the calendar says is cancelled and nothing else; not what a person brought back since.
-- $1 account, $2 calendar, $3 uids, $4 instances. Served by unique (account_id, calendar_id, uid, instance).
update appointment a
   set status = 'cancelled', overruled = null, content_hash = '', changed_at = now()
  from unnest($3::text[], $4::text[]) k (uid, instance)
 where a.account_id = $1 and a.calendar_id = $2 and a.uid = k.uid and a.instance = k.instance
   and a.status <> 'cancelled' and a.overruled is distinct from 'cancelled'
