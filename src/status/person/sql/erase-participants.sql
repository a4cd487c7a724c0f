-- Clears an erased person from the calendars: they stay on their appointments as somebody without a name. Others
-- lose the addresses that were this person's alone. $1 account, $2 participants, $3 others, $4 addresses.
-- What a person chose for their name and address is forgotten. Served by the primary key; choices are read whole.
with forgotten as (
  delete from contact_choice c
   where c.account_id = $1
     and (lower(substring(c.person_key from '([^|]*)$')) = any ($4::text[])
       or c.person_key in (select p.person_key from participant p
                            where p.account_id = $1 and p.id = any ($2::uuid[] || $3::uuid[])))
)
update participant p
   set name = case when k.is_they then '' else p.name end,
       first_name = case when k.is_they then '' else p.first_name end,
       last_name = case when k.is_they then '' else p.last_name end,
       invalid_address = case when not k.is_they then p.invalid_address end,
       phone = case when not k.is_they and p.phone <> all ($4::text[]) then p.phone end,
       phone_country = case when not k.is_they and p.phone <> all ($4::text[]) then p.phone_country end,
       phone_is_premium = p.phone_is_premium and not k.is_they and p.phone <> all ($4::text[]),
       email = case when not k.is_they and p.email_key <> all ($4::text[]) then p.email end,
       person_key = 'erased|' || p.id,
       contact_id = case when not k.is_they then p.contact_id end,
       match_state = case when k.is_they then 'none' else p.match_state end,
       answer = case when not k.is_they then p.answer end,
       answer_source = case when not k.is_they then p.answer_source end,
       answered_at = case when not k.is_they then p.answered_at end,
       answered_by = case when not k.is_they then p.answered_by end,
       calendar_answer = case when not k.is_they then p.calendar_answer end,
       calendar_answered_at = case when not k.is_they then p.calendar_answered_at end,
       chosen_contact_id = case when not k.is_they then p.chosen_contact_id end,
       chosen_nobody = p.chosen_nobody and not k.is_they
  from (select unnest($2::uuid[]) as id, true as is_they union all select unnest($3::uuid[]), false) k
 where p.account_id = $1 and p.id = k.id
