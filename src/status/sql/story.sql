-- One delivery with its attempts and their receipts; served by primary keys, attempt_delivery and
-- receipt's unique (account_id, attempt_id, …).
select d.id::text as id, d.broadcast_id as "broadcastId", r.id as "recipientId", r.name, coalesce(d.fields, r.fields) as fields,
       d.channel, l.fallback_for as "insteadOf", d.address, outcome_of(d.state) as outcome, d.state, d.answered_by as "answeredBy",
       array(select k.meaning::text from delivery_key k
              where k.account_id = $1 and k.delivery_id = d.id order by k.pressed_at) as keys,
       case when d.state = 'ready' then iso(d.not_before) end as "notBefore",
       case when d.state = 'ready' then d.wait_reason end as "waitReason",
       d.failure, null as exclusion, '' as "exclusionDetail", iso(d.changed_at) as "changedAt",
       coalesce((
         select json_agg(json_build_object(
                  'number', a.number, 'state', a.state, 'provider', p.name, 'providerKind', p.kind, 'openedAt', iso(a.opened_at),
                  'closedAt', iso(a.closed_at), 'providerRef', a.provider_ref, 'reason', a.reason,
                  'code', a.code, 'answer', a.answer, 'crossed', a.crossed,
                  -- One that did not reach them by the carrier's own word cannot arrive any more.
                  'mayArriveTwice', a.state in ('accepted', 'written_off')
                    and exists (select from attempt n where n.account_id = $1 and n.delivery_id = d.id
                                   and n.number > a.number and n.state <> 'rejected')
                    and not exists (select from receipt c where c.account_id = $1 and c.attempt_id = a.id
                                       and c.state = 'undelivered'),
                  'receipts', coalesce((
                    select json_agg(json_build_object('state', c.state, 'reason', c.reason, 'code', c.code,
                             'answer', c.answer, 'occurredAt', iso(c.occurred_at)) order by c.occurred_at)
                      from receipt c where c.account_id = $1 and c.attempt_id = a.id), '[]'))
                order by a.number)
           from attempt a
           join provider p on p.account_id = $1 and p.id = a.provider_id
          where a.account_id = $1 and a.delivery_id = d.id), '[]') as attempts
  from delivery d
  join recipient r on r.account_id = $1 and r.id = d.recipient_id
  join lane l on l.account_id = $1 and l.id = d.lane_id
 where d.account_id = $1 and d.id = $2
