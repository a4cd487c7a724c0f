-- The calls to numbers of which it is not known whether they take the text that goes there first; comes
-- after the expressions of audience/sql/candidates.sql, asked for text and call.
select count(distinct (call.address, call.copy)) as "upTo"
  from candidate call
  join candidate text on text.channel = 'sms' and text.reason is null
                     and coalesce(text.appointment_id, '00000000-0000-0000-0000-000000000000')
                       = coalesce(call.appointment_id, '00000000-0000-0000-0000-000000000000')
                     and text.position = call.position
 where call.channel = 'voice' and call.reason is null and call.takes_texts is null
