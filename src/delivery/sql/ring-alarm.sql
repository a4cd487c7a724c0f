-- Pauses a broadcast because of one of its deliveries, and says why. Nothing where it is paused or
-- canceled already, or where somebody has answered its alarm. The door was shut by a statement before.
-- $1 account  $2 broadcast  $3 now  $4 alarm  $5 delivery (null: the whole broadcast rang it)
update lane
   set paused_at = $3, pause_reason = $4::pause_reason,
       pause_detail = (select coalesce(nullif(r.name, '') || ', ', '') || d.address
                         from delivery d
                         join recipient r on r.account_id = $1 and r.id = d.recipient_id
                        where d.account_id = $1 and d.id = $5)
 where account_id = $1 and broadcast_id = $2
   and paused_at is null and canceled_at is null and alarm_answered_by is null
