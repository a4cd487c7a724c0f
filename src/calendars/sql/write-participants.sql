-- Writes the people of appointments: under their old id where they have one, else as new ones.
-- $1 account, $2 people as JSON. Served by participant's primary key.
insert into participant as p (
  account_id, id, appointment_id, position, name, first_name, last_name, phone, email,
  invalid_address, person_key, phone_country, phone_is_premium, phone_line)
select $1, coalesce(d.id, uuidv7()), d.appointment_id, d.position, d.name, d."firstName", d."lastName",
       d.phone, d.email, d."invalidAddress", d."personKey",
       d."phoneCountry", d."phoneIsPremium", d."phoneLine"
  from jsonb_to_recordset($2::jsonb) as d (
         id uuid, appointment_id uuid, position integer, name text, "firstName" text,
         "lastName" text, phone text, email text, "invalidAddress" text, "personKey" text,
         "phoneCountry" text, "phoneIsPremium" boolean, "phoneLine" line_type)
    on conflict (account_id, id) do update
   set position = excluded.position, name = excluded.name, first_name = excluded.first_name,
       last_name = excluded.last_name, phone = excluded.phone, email = excluded.email,
       invalid_address = excluded.invalid_address, person_key = excluded.person_key,
       phone_country = excluded.phone_country, phone_is_premium = excluded.phone_is_premium,
       phone_line = excluded.phone_line
returning id
