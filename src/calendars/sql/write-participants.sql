-- Writes the people of appointments: under their old id where they have one, else as new ones.
-- What a person here, or a key, said that they answered holds until their calendar says something else than before.
-- $1 account, $2 people as JSON. Served by participant's primary key.
insert into participant as p (
  account_id, id, appointment_id, position, name, first_name, last_name, phone, email,
  invalid_address, person_key, phone_country, phone_is_premium, phone_line,
  answer, answer_source, answered_at, calendar_answer, calendar_answered_at, has_declined)
select $1, coalesce(d.id, uuidv7()), d.appointment_id, d.position, d.name, d."firstName", d."lastName",
       d.phone, d.email, d."invalidAddress", d."personKey",
       d."phoneCountry", d."phoneIsPremium", d."phoneLine",
       d.answer, case when d.answer is not null then 'calendar'::answer_source end, case when d.answer is not null then now() end,
       d.answer, case when d.answer is not null then now() end, coalesce(d."hasDeclined", false)
  from jsonb_to_recordset($2::jsonb) as d (
         id uuid, appointment_id uuid, position integer, name text, "firstName" text,
         "lastName" text, phone text, email text, "invalidAddress" text, "personKey" text,
         "phoneCountry" text, "phoneIsPremium" boolean, "phoneLine" line_type,
         answer participant_answer, "hasDeclined" boolean)
    on conflict (account_id, id) do update
   set position = excluded.position, name = excluded.name, first_name = excluded.first_name,
       last_name = excluded.last_name, phone = excluded.phone, email = excluded.email,
       invalid_address = excluded.invalid_address, person_key = excluded.person_key,
       phone_country = excluded.phone_country, phone_is_premium = excluded.phone_is_premium,
       phone_line = excluded.phone_line,
       answer = case when p.calendar_answer is distinct from excluded.calendar_answer then excluded.answer else p.answer end,
       answer_source = case when p.calendar_answer is distinct from excluded.calendar_answer then excluded.answer_source else p.answer_source end,
       answered_at = case when p.calendar_answer is distinct from excluded.calendar_answer then excluded.answered_at else p.answered_at end,
       answered_by = case when p.calendar_answer is distinct from excluded.calendar_answer then excluded.answered_by else p.answered_by end,
       calendar_answered_at = case when p.calendar_answer is distinct from excluded.calendar_answer then excluded.calendar_answered_at else p.calendar_answered_at end,
       calendar_answer = excluded.calendar_answer,
       has_declined = excluded.has_declined
returning id
